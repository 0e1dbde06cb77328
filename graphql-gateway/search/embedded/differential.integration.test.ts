/** The embedded index against the plain double: same records, same tiers, same counts, for random queries and changes. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poems } from '../bench/corpus.ts'
import { requestOf } from '../contract-suite/works.ts'
import type { QueryNode, SearchDoc, SearchEngine, SearchRequest } from '../contract.ts'
import { createMemoryEngine } from '../memory/engine.ts'
import { parseBox } from '../query/parse-box.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'

const SORTS = [
  'relevance', 'title', 'oldest', 'newest', 'popular', { by: 'issued', order: 'ascending' },
  { by: 'volume', order: 'descending' }, { by: 'nothing', order: 'ascending' },
] as const // prettier-ignore
const FACETS = ['kind', 'period', 'author', 'collection', 'library', 'language'].map((name) => ({
  name,
  size: 8,
}))

/** Mulberry32: the same numbers on every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

describe('embedded index and double', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-diff-'))
  const random = randomFrom(20_261_122)
  const docs: SearchDoc[] = []
  let index: LocalIndex
  let double: SearchEngine

  beforeAll(async () => {
    index = openLocalIndex(join(dir, 'search.db'))
    double = createMemoryEngine()
    docs.push(...[...poems(900)].map(placed))
    await index.put(docs)
    await double.index(docs)
  })
  afterAll(async () => {
    await index.close()
    rmSync(dir, { recursive: true })
  })

  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item

  /** Most are open to all, some are for libraries, a few for nobody; some have dates and numbers. */
  const placed = (doc: SearchDoc): SearchDoc => {
    const libraries = doc.facets.library?.map(({ value }) => value) ?? []
    const scopes = pick([
      ['*'],
      ['*', ...libraries],
      ['*'],
      libraries.slice(0, 1 + random(3)),
      ['region-1'],
      [],
    ])
    const issued = pick([null, null, day()])
    return {
      ...doc,
      scopes,
      date: pick([doc.date, doc.date, { from: day(), to: null, stated: true }, null]),
      dates: issued === null ? {} : { issued: pick([{ from: issued, to: issued + random(5_000) }, { from: issued, to: null }, { from: null, to: issued }]) },
      sorts: pick([{}, { volume: random(20) - 10 }, { volume: random(5) / 2, issued: random(100) }]),
    } // prettier-ignore
  }

  const day = (): number => random(700_000) - 100_000

  const scopes = (): SearchRequest['scopes'] => {
    const some = pick(docs).facets.library?.map(({ value }) => value) ?? []
    return pick([
      null,
      ['*'],
      ['*', ...some.slice(0, 1)],
      some.slice(0, 1),
      [...some, '*', 'region-1'],
      ['region-1'],
      [],
    ])
  }

  const ranges = (): SearchRequest['ranges'] => {
    const from = day()
    const to = from + random(300_000)
    const range = pick([
      { from, to },
      { from, to: null },
      { from: null, to },
      { from: null, to: null },
    ])
    return pick([
      [],
      [],
      [],
      [{ name: 'issued', ...range }],
      [{ name: pick(['issued', 'captured']), ...range }],
    ])
  }

  /** A piece of some record, as a reader remembers it. */
  const fragment = (): string => {
    const doc = pick(docs)
    const text = pick([doc.title[0] ?? '', doc.creator[0] ?? '', doc.body, doc.body])
    const start = random(Math.max(1, text.length - 2))
    return text.slice(start, start + 1 + random(7))
  }

  const box = (): string => {
    const words = Array.from(
      { length: 1 + random(3) },
      () => pick(['', '', '', '-', 'title:', '作者：']) + fragment(),
    )
    return pick([words.join(' '), words.join(' '), `"${fragment()}"`, words.join('')])
  }

  const tree = (depth: number): QueryNode => {
    const kind = depth === 0 ? 'term' : pick(['and', 'or', 'not', 'term', 'phrase'] as const)
    if (kind === 'not') return { type: 'not', node: tree(depth - 1) }
    if (kind === 'term' || kind === 'phrase') {
      return { type: kind, field: pick(['any', 'title', 'creator', 'body'] as const), text: fragment() }
    }
    return { type: kind, nodes: Array.from({ length: random(4) }, () => tree(depth - 1)) }
  }

  const filters = (): SearchRequest['filters'] =>
    Array.from({ length: random(3) }, () => {
      const doc = pick(docs)
      const name = pick(['period', 'author', 'library', 'author'])
      return {
        name,
        anyOf: [doc, pick(docs)].flatMap((one) => one.facets[name]?.map((term) => term.value) ?? []),
      }
    })

  const narrowed = (): Partial<SearchRequest> => ({ scopes: scopes(), filters: filters(), ranges: ranges() })

  async function compare(request: SearchRequest, hint: string): Promise<void> {
    const real = index.search(request, () => undefined)
    const plain = await double.search(request)
    expect(real.total, hint).toBe(plain.total)
    expect(real.facets, hint).toEqual(plain.facets)
    expect(real.dates, hint).toEqual(plain.dates)
    const tiers = (hits: typeof real.hits): readonly string[] => hits.map((hit) => `${hit.tier} ${hit.id}`)
    if (request.sort !== 'relevance') expect(tiers(real.hits), hint).toEqual(tiers(plain.hits))
    else if (plain.total <= request.size)
      expect([...tiers(real.hits)].sort(), hint).toEqual([...tiers(plain.hits)].sort())
  }

  it('agree on what readers type', { timeout: 120_000 }, async () => {
    for (let n = 0; n < 250; n++) {
      const text = box()
      await compare(requestOf(text, { ...narrowed(), size: 100, facets: FACETS, sort: pick(SORTS) }), text)
    }
  })

  it('agree on trees of and, or and not', { timeout: 120_000 }, async () => {
    for (let n = 0; n < 150; n++) {
      const query = tree(3)
      await compare(requestOf(query, { ...narrowed(), size: 100, facets: FACETS }), JSON.stringify(query))
    }
  })

  it(
    'agree after changes in any order, and after the file is opened again',
    { timeout: 120_000 },
    async () => {
      for (let n = 0; n < 40; n++) {
        const changed = Array.from({ length: 10 }, () => ({
          ...placed(pick(docs)),
          rev: random(6),
          title: [fragment() || '题'],
        }))
        const removed = Array.from({ length: 4 }, () => ({ id: pick(docs).id, rev: random(6) }))
        await index.put(changed)
        await double.index(changed)
        await index.remove(removed)
        await double.remove(removed)
      }
      const check = async (): Promise<void> => {
        for (let n = 0; n < 40; n++) {
          const text = box()
          await compare(
            requestOf(text, { ...narrowed(), size: 100, facets: FACETS, sort: pick(SORTS) }),
            text,
          )
          const typed = pick([fragment(), pick(['s', 'j', 'li', '春', '送'])])
          const wanted = { limit: 8, scopes: scopes() }
          expect(index.suggest(typed, wanted).map(counted), typed).toEqual(
            (await double.suggest(typed, wanted)).map(counted),
          )
        }
        await compare(requestOf('', { size: 100, facets: FACETS, sort: 'title' }), 'everything')
      }
      await check()
      await index.close()
      index = openLocalIndex(join(dir, 'search.db'))
      await check()
    },
  )

  /** Which of several spellings is shown depends on who came first; everything else is the same. */
  const counted = ({
    kind,
    recordId,
    count,
  }: {
    kind: string
    recordId: string | null
    count: number
  }): string => `${kind} ${recordId ?? '-'} ${count}`

  it('give both scripts the same answer', { timeout: 120_000 }, async () => {
    const { default: OpenCC } = await import('opencc-js')
    const simplify = OpenCC.Converter({ from: 't', to: 'cn' })
    const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
    const answer = (text: string): unknown =>
      index.search({ ...requestOf(text), query: parseBox(text) }, () => undefined)
    for (let n = 0; n < 200; n++) {
      const line = fragment()
      const expected = answer(line)
      for (const form of [simplify(line), traditional(line)]) {
        // A phrase conversion may replace a word by another word; that is not another script of the same text.
        if ([...form].length === [...line].length)
          expect(answer(form), `${line} and ${form}`).toEqual(expected)
      }
    }
  })
})
