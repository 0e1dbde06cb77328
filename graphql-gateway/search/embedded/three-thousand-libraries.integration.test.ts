/** A nation of libraries: a record that each was given by name, and one of its own that no other sees. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docOf, requestOf } from '../contract-suite/works.ts'
import type { SearchDoc, SearchRequest } from '../contract.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'

const LIBRARIES = Array.from({ length: 3_000 }, (_, n) => `lib-${n}`)
const term = (value: string) => ({ value, label: value })

/** One for all of them by name, one open to the nation, one for nobody yet. */
const shared = docOf('shared', { scopes: LIBRARIES, title: ['共有方志'], creator: ['编者'], facets: { library: LIBRARIES.map(term) } }) // prettier-ignore
const open = docOf('open', { title: ['天下舆图'], creator: ['编者'], facets: { library: [] } })
const waiting = docOf('waiting', { scopes: [], title: ['待编方志'], creator: ['编者'] })
const own = (n: number): SearchDoc =>
  docOf(`own-${n}`, {
    scopes: [`lib-${n}`],
    title: [`馆藏方志${n}号`],
    creator: ['编者'],
    body: '馆藏孤本，概不外借。',
    chapters: [{ n: 1, title: `卷${n}`, text: `第${n}馆所藏之卷` }],
    facets: { library: [term(`lib-${n}`)] },
  })

describe('three thousand libraries', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-libraries-'))
  let index: LocalIndex

  beforeAll(async () => {
    index = openLocalIndex(join(dir, 'search.db'))
    await index.put([shared, open, waiting, ...LIBRARIES.map((_, n) => own(n))])
  }, 120_000)
  afterAll(async () => {
    await index.close()
    rmSync(dir, { recursive: true })
  })

  const find = (query: string, scopes: SearchRequest['scopes'], fields: Partial<SearchRequest> = {}) =>
    index.search(requestOf(query, { scopes, ...fields }), () => undefined)
  const ids = (query: string, scopes: SearchRequest['scopes']): readonly string[] =>
    find(query, scopes).hits.map(({ id }) => id).sort() // prettier-ignore
  const library = [{ name: 'library', size: 100 }]

  const seesItsOwn = (n: number): void => {
    const id = `lib-${n}`
    const scopes = [id, '*']
    expect(ids('', scopes), id).toEqual(['open', `own-${n}`, 'shared'])
    expect(index.suggest('编者', { limit: 5, scopes }), id).toMatchObject([{ count: 3 }])
  }

  const countsItsOwn = (n: number): void => {
    const id = `lib-${n}`
    const scopes = [id, '*']
    const all = find('', scopes, { facets: library, filters: [{ name: 'library', anyOf: [id] }] })
    expect([all.total, all.dates.undated], id).toEqual([2, 2])
    // The shared one names all libraries; of the own ones only this library's is counted.
    const counts = all.facets[0]?.values.filter(({ count }) => count > 1)
    expect(counts, id).toMatchObject([{ value: id, count: 2 }])
    expect(ids('方志', scopes), id).toEqual([`own-${n}`, 'shared'])
    const { hits, total } = find('所藏之卷', scopes, { chapters: { size: 1, snippet: 30 } })
    expect([total, hits[0]?.inside?.first[0]?.title], id).toEqual([1, `卷${n}`])
    expect(index.suggest('馆藏', { limit: 5, scopes }), id).toMatchObject([
      { count: 1, recordId: `own-${n}` },
    ])
  }

  const some = LIBRARIES.map((_, n) => n).filter((n) => n % 60 === 0)

  it('each find what they share and what is theirs, and nothing of another', { timeout: 60_000 }, () => {
    LIBRARIES.forEach((_, n) => seesItsOwn(n))
    some.forEach(countsItsOwn)
    expect(ids('方志', ['lib-3000', '*'])).toEqual([])
    expect(ids('', ['lib-3000', '*'])).toEqual(['open'])
    expect(index.suggest('方志', { limit: 5, scopes: ['*'] })).toEqual([])
    expect(index.suggest('共有', { limit: 5, scopes: ['lib-3000', '*'] })).toEqual([])
    expect(find('', null).total).toBe(3_003)
  })

  it.each(['kept', 'gone'])(
    'each do after a start with the columns %s',
    { timeout: 60_000 },
    async (columns) => {
      await index.close()
      if (columns === 'gone') rmSync(join(dir, 'search.columns'))
      index = openLocalIndex(join(dir, 'search.db'))
      some.forEach(seesItsOwn)
      some.forEach(countsItsOwn)
    },
  )

  it('lose what is taken from them', async () => {
    await index.put([{ ...shared, rev: 2, scopes: LIBRARIES.slice(1) }])
    expect(ids('共有', ['lib-0', '*'])).toEqual([])
    expect(ids('共有', ['lib-1', '*'])).toEqual(['shared'])
    expect(index.suggest('编者', { limit: 1, scopes: ['lib-0', '*'] })).toMatchObject([{ count: 2 }])
    expect(index.suggest('编者', { limit: 1, scopes: ['lib-1', '*'] })).toMatchObject([{ count: 3 }])
  })
})
