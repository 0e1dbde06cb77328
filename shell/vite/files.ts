/** Facts of built files (hash, sizes) and their compressed twins, made once so that serving costs nothing. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FileFacts } from './release.ts'

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.json', '.html', '.txt', '.map'])
const compressors = { gzip: promisify(gzip), brotli: promisify(brotliCompress) }

/** Subresource integrity of a text or file, SHA-384. */
export function integrityOf(content: Uint8Array | string): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

/** Compressed forms of a content, at the best level: built once, sent often. */
export async function compress(content: Uint8Array): Promise<{ gzip: Buffer; brotli: Buffer }> {
  const [gz, br] = await Promise.all([
    compressors.gzip(content, { level: 9 }),
    compressors.brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  ])
  return { gzip: gz, brotli: br }
}

/** Every file below a folder as a path with slashes, sorted; compressed twins left out. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Write the compressed twins of the files named and return the facts of each. */
export async function sealFiles(
  folder: string,
  files: readonly string[],
): Promise<Record<string, FileFacts>> {
  const facts: Record<string, FileFacts> = {}
  for (const file of files) {
    const path = join(folder, file)
    const content = await readFile(path)
    const packed = await compress(content)
    if (COMPRESSIBLE.has(extname(file))) {
      await writeFile(`${path}.gz`, packed.gzip)
      await writeFile(`${path}.br`, packed.brotli)
    }
    facts[file] = { integrity: integrityOf(content), bytes: content.length, gzip: packed.gzip.length }
  }
  return facts
}

/** Write a file so that a reader sees the old content or the new, never a half. */
export async function replaceFile(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`)
  await writeFile(draft, content)
  await rename(draft, path)
}
