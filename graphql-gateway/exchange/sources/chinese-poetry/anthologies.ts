// Which poems the well-known anthologies chose: the anthologies of the package mark poems of the large collections.
import { join } from 'node:path'
import { z } from 'zod'
import { isNobody } from './persons.ts'
import { readJson } from './package-folder.ts'
import { ci, titled } from './shapes.ts'
import { readPrimer } from './classics/converted.ts'
import { lyricAuthor } from './people/incomplete.ts'
import { simplified } from './simplified.ts'
import { clauses } from './text.ts'

export interface Anthologies {
  /** Names of the anthologies that hold a poem, known by author and first clause in any script. */
  holding(author: string, lines: readonly string[]): readonly string[]
  /** Whether any anthology has a poem of this author. */
  knows(author: string): boolean
  /** How many poems of this author stand in anthologies; one that stands in two counts twice. */
  chosen(author: string): number
}

export async function readAnthologies(folder: string): Promise<Anthologies> {
  const poem = z.object({ author: z.string(), paragraphs: z.array(z.string()) })
  const [lyrics, painted, school, three] = await Promise.all([
    readJson(join(folder, 'songci/宋词三百首.json'), ci),
    readJson(join(folder, 'shuimotangshi/shuimotangshi.json'), titled),
    readPrimer(folder, 'qianjiashi'),
    readJson(join(folder, 'quantangshi/唐诗三百首.json'), z.array(poem)),
  ])
  const names = new Map<string, Set<string>>()
  const authors = new Map<string, number>()
  const add = (anthology: string, author: string, lines: readonly string[]): void => {
    const name = bareName(author)
    authors.set(name, (authors.get(name) ?? 0) + 1)
    for (const key of keysOf(name, lines)) names.set(key, (names.get(key) ?? new Set()).add(anthology))
  }
  for (const { author, paragraphs } of lyrics) add('宋词三百首', lyricAuthor(author, paragraphs), paragraphs)
  for (const { author, paragraphs } of painted) add('水墨唐诗', author, paragraphs)
  for (const { author, paragraphs } of three) add('唐诗三百首', author, paragraphs)
  for (const group of school.content ?? [])
    if ('content' in group)
      for (const { author, paragraphs } of group.content) add('千家诗', author, paragraphs)
  /** Names as printed -> names compared; authors of no anthology are known at once. */
  const bare = new Map<string, string | null>()
  const knownName = (author: string): string | null => {
    let name = bare.get(author)
    if (name === undefined) {
      const each = bareName(author)
      name = authors.has(each) ? each : null
      bare.set(author, name)
    }
    return name
  }
  return {
    knows(author) {
      const name = knownName(author)
      return name !== null && !isNobody(name)
    },
    chosen(author) {
      const name = knownName(author)
      return name === null || isNobody(name) ? 0 : (authors.get(name) ?? 0)
    },
    holding(author, lines) {
      const name = knownName(author)
      if (name === null) return []
      return [...new Set(keysOf(name, lines).flatMap((key) => [...(names.get(key) ?? [])]))]
    },
  }
}

/** `（唐）孟浩然` -> 孟浩然. */
export function bareName(author: string): string {
  return simplified(author.replace(/^[（(][^）)]*[）)]/, '').trim())
}

/** Editions differ in single characters: a poem is known by its first clause or by its last. */
function keysOf(name: string, lines: readonly string[]): readonly string[] {
  const opening = clauses(lines.slice(0, 2))
  const [first] = opening
  const last = clauses(lines.slice(-1)).at(-1)
  if (first === undefined) return []
  return [
    // Three characters begin more than one poem of a poet.
    `${name} < ${simplified(first.length >= 5 ? first : opening.slice(0, 2).join(' '))}`,
    ...(last !== undefined && last.length >= 5 ? [`${name} > ${simplified(last)}`] : []),
  ]
}
