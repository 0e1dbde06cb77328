// Where the npm package `chinese-poetry` lies, and its JSON files read within bounds.
import { readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { z } from 'zod'

/** The largest file of the package has 4.2 MB. */
const largestFile = 64 * 1024 * 1024

/** Folder of the package's data. */
export function packageFolder(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('chinese-poetry/package.json')), 'dist')
}

/** A file of the package that cannot be read as what it should be. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable'
}

/** Reads and checks a JSON file. Errors: `SourceUnreadable`, naming file and place. */
export async function readJson<T>(file: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
  const { size } = await stat(file)
  if (size > largestFile)
    throw new SourceUnreadable(`${file} has ${size} bytes; at most ${largestFile} are read.`)
  const parsed = schema.safeParse(
    jsonOf(file, await readFile(file, { encoding: 'utf8', ...(signal ? { signal } : {}) })),
  )
  if (parsed.success) return parsed.data
  const first = parsed.error.issues.slice(0, 1).map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new SourceUnreadable(`${file}: ${first.join()}; install the package again.`)
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SourceUnreadable(`${file} is not JSON; install the package again.`)
  }
}

/** Files `<prefix><number>.json` of a folder, by number. */
export async function numberedFiles(folder: string, prefix: string): Promise<string[]> {
  const numbers = (await readdir(folder))
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .map((name) => name.slice(prefix.length, -'.json'.length))
    .filter((number) => /^\d+$/.test(number))
  return numbers
    .sort((a, b) => Number(a) - Number(b))
    .map((number) => join(folder, `${prefix}${number}.json`))
}
