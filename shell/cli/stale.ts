// Decides what must be built again: by the content of the inputs, never by times of files.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SKIP = new Set(['node_modules', '.build', '.data', 'bench', 'dist'])
const TESTS = /\.(test|integration\.test|e2e\.test|bench)\.ts$/

/** Hash of all files of the folders and files given; tests and benchmarks do not count. */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (!statSync(full).isDirectory()) {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0')
      return
    }
    for (const entry of readdirSync(full).sort())
      if (!SKIP.has(entry) && !TESTS.test(entry)) visit(join(path, entry))
  }
  for (const input of inputs) visit(input)
  return hash.digest('hex')
}

/** What was built last, one small file a target. */
export function stampOf(
  buildDir: string,
  target: string,
): { read(): string | null; write(fingerprint: string): void } {
  const file = join(buildDir, 'stamps', target)
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    write(value) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, value)
    },
  }
}
