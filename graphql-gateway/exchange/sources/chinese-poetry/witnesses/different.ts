// The list of pairs that are two works although they are near each other: read by a person, held by a test.
import { readFile } from 'node:fs/promises'
import { stableId } from '../ids.ts'
import { partsOf, type RawPoem } from '../raw-poems.ts'

/** Two poems that are two works. */
export interface Pair {
  readonly kind: string
  readonly keys: readonly [string, string]
}

export const differentFile = new URL('different.tsv', import.meta.url)

/** One name for a poem of the package, whatever becomes of it. */
export function keyOf(raw: RawPoem): string {
  const { author, title, lines } = partsOf(raw)
  return stableId('k', 'set' in raw ? raw.set : raw.dynasty, author, title, lines.join(''))
}

export async function readDifferent(): Promise<readonly Pair[]> {
  const lines = (await readFile(differentFile, 'utf8')).split('\n')
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', a = '', b = ''] = line.split('\t')
      return { kind, keys: [a, b] }
    })
}
