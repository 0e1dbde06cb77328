/** The lines of 唐诗三百首 as its school edition prints them, asked of the poems of 全唐诗 and of the edition beside them. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeKey } from '../analysis/tokens.ts'
import { poems } from '../bench/corpus.ts'
import { docOf, requestOf } from '../contract-suite/works.ts'
import type { SearchDoc, SearchHit } from '../contract.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'

interface Printed {
  readonly chapter: string
  readonly subchapter: string | null
  readonly author: string
  readonly paragraphs: readonly string[]
}

const BOOK = 'school-edition'
const DIST = join(dirname(createRequire(import.meta.url).resolve('chinese-poetry/package.json')), 'dist')

/** The 320 poems of the school edition. */
function schoolEdition(): readonly Printed[] {
  const file: { readonly content: readonly { readonly content: readonly Printed[] }[] } = JSON.parse(
    readFileSync(join(DIST, 'mengxue/tangshisanbaishou.json'), 'utf8'),
  )
  return file.content.flatMap((group) => group.content)
}

function clauses(text: string): readonly string[] {
  return text
    .replace(/[（(][^）)]*[）)]/g, '')
    .split(/[，。？！；：、\s]+/u)
    .filter((clause) => [...clause].length >= 4)
}

/** The poems of 全唐诗 by poets of the edition, and others with one of its verses: the two credit some differently. */
function poemsOf(printed: readonly Printed[]): readonly SearchDoc[] {
  const poets = new Set(printed.map(({ author }) => wholeKey(author)))
  const verses = new Set(printed.flatMap(({ paragraphs }) => clauses(paragraphs.join('\n')).map(wholeKey)))
  const found: SearchDoc[] = []
  for (const doc of poems(Infinity)) {
    if (!doc.id.startsWith('全唐诗')) break
    const byPoet = poets.has(wholeKey(doc.creator[0] ?? ''))
    if (byPoet || clauses(doc.body).some((clause) => verses.has(wholeKey(clause)))) found.push(doc)
  }
  return found
}

describe('640 lines of 唐诗三百首 among the poems', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-lines-'))
  const printed = schoolEdition()
  const docs = poemsOf(printed)
  let index: LocalIndex

  beforeAll(async () => {
    index = openLocalIndex(join(dir, 'search.db'))
    for (let at = 0; at < docs.length; at += 2_000) await index.put(docs.slice(at, at + 2_000))
    // The anthology has every line exactly; a filter hides it.
    await index.put([
      docOf(BOOK, {
        title: ['唐詩三百首'],
        chapters: printed.map(({ chapter, subchapter, author, paragraphs }, at) => ({
          n: at + 1,
          title: [chapter, ...(subchapter ? [subchapter] : [])].join('·'),
          text: [author, ...paragraphs].join('\n'),
        })),
        facets: { kind: [{ value: 'book', label: '图书' }] },
        prior: 1_000,
      }),
    ])
  }, 240_000)
  afterAll(async () => {
    await index.close()
    rmSync(dir, { recursive: true })
  })

  type Answer = { readonly hits: readonly SearchHit[]; readonly total: number }
  const everywhere = (line: string): Answer => index.search(requestOf(line), () => undefined)
  const ask = (line: string): Answer =>
    index.search(requestOf(line, { filters: [{ name: 'kind', anyOf: ['poem'] }] }), () => undefined)

  /**
   * The poems that share most clauses with a printed one: those a reader means. With a smaller share also the same poem
   * of another poet or title, as 全唐诗 often has it.
   */
  const texts = new Map<string, Set<string>>()
  for (const doc of docs) {
    for (const clause of clauses(doc.body)) {
      texts.set(wholeKey(clause), (texts.get(wholeKey(clause)) ?? new Set()).add(doc.id))
    }
  }
  const meant = (lines: readonly string[], share = 1): ReadonlySet<string> => {
    const votes = new Map<string, number>()
    for (const line of lines) {
      for (const id of texts.get(wholeKey(line)) ?? []) votes.set(id, (votes.get(id) ?? 0) + 1)
    }
    const most = Math.max(1, ...votes.values())
    return new Set([...votes].filter(([, count]) => count >= most * share).map(([id]) => id))
  }

  it(
    'are found; where the editions differ by a character, the poem comes first',
    { timeout: 240_000 },
    () => {
      const counts = { asked: 0, withAllWords: 0, firstWithSome: 0, laterWithSome: 0, missed: 0 }
      const missed: string[] = []
      for (const poem of printed) {
        const lines = clauses(poem.paragraphs.join('\n'))
        const wanted = meant(lines)
        for (const line of [lines[0] ?? '', lines.at(-1) ?? '']) {
          counts.asked++
          const { hits } = ask(line)
          const place = hits.findIndex(({ id }) => wanted.has(id))
          if (place === -1) {
            counts.missed++
            missed.push(line)
          } else if (hits[place]?.tier !== 'some') counts.withAllWords++
          else if (place === 0) counts.firstWithSome++
          else counts.laterWithSome++
        }
      }
      console.log(`唐诗三百首: ${JSON.stringify(counts)}, missed: ${missed.join(' ')}`)
      expect(counts.asked).toBe(640)
      expect(counts.withAllWords).toBeGreaterThanOrEqual(603)
      expect(counts.withAllWords + counts.firstWithSome).toBeGreaterThanOrEqual(632)
      // Half of each is other words: 妾心古井水 stands as 妾心井中水.
      expect(counts.missed).toBeLessThanOrEqual(4)
    },
  )

  it('lead to the poem before the book that has it, with no filter', { timeout: 240_000 }, () => {
    const counts = { asked: 0, poemFirst: 0, otherFirst: 0, bookFirst: 0 }
    const behind: string[] = []
    for (const poem of printed) {
      const lines = clauses(poem.paragraphs.join('\n'))
      const wanted = meant(lines, 0.5)
      for (const line of [lines[0] ?? '', lines.at(-1) ?? '']) {
        counts.asked++
        const first = everywhere(line).hits[0]?.id ?? ''
        if (wanted.has(first)) counts.poemFirst++
        else {
          counts[first === BOOK ? 'bookFirst' : 'otherFirst']++
          behind.push(`${line} (${first})`)
        }
      }
    }
    console.log(`唐诗三百首 without a filter: ${JSON.stringify(counts)}, behind: ${behind.join(' ')}`)
    expect(counts.asked).toBe(640)
    // Two of the lines are not in 全唐诗, and 妾心古井水 has another title too.
    expect(counts.poemFirst).toBeGreaterThanOrEqual(637)
    expect(counts.otherFirst).toBe(0)
  })

  it('have one total in every glyph', () => {
    const sets = [['宝剑', '寶劒', '寶劍'], ['归雁', '歸鴈', '歸雁'], ['猿啼', '猨啼'], ['金杯', '金桮', '金盃'], ['绵绵', '緜緜'], ['只应', '祇應', '祗應', '秖應']] // prettier-ignore
    for (const [first = '', ...others] of sets) {
      const { total } = ask(first)
      expect(total, first).toBeGreaterThan(0)
      for (const other of others) expect(ask(other).total, other).toBe(total)
    }
  })
})
