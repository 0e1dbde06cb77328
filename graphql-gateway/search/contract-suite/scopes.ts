/** What a request with scopes finds, counts, suggests and tells: nothing of a record that is for others. */

import { beforeEach, expect, it } from 'vitest'
import type { SearchRequest } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, facetsOf, requestOf, WORKS } from './works.ts'

const SHANGHAI = ['shanghai', '*']
const GUANGZHOU = ['guangzhou', '*']

/** A poem that only Shanghai has, one that two libraries have, and one that nobody was given. */
const CLOSED = [
  docOf('harbour', {
    scopes: ['shanghai'], title: ['靜夜思', '黃浦夜泊'], creator: ['滬上客'], prior: 950,
    body: '床前明月光，照我黃浦江。', facets: facetsOf('map', '民国', '滬上客', ['shanghai']),
  }),
  docOf('shared', { scopes: ['guangzhou', 'shanghai'], title: ['珠江秋色'], creator: ['李白'], body: '月上珠江。' }),
  docOf('nobody', { scopes: [], title: ['靜夜雜記'], creator: ['李白'], body: '明月無主。' }),
] // prettier-ignore

export function scopeTests(suite: Suite): void {
  const find = (query: string, scopes: SearchRequest['scopes'], fields: Partial<SearchRequest> = {}) =>
    suite.engine.search(requestOf(query, { scopes, ...fields }))
  const ids = async (...asked: Parameters<typeof find>): Promise<readonly string[]> =>
    (await find(...asked)).hits.map(({ id }) => id).sort()

  beforeEach(async () => {
    await suite.engine.index(CLOSED)
    await suite.engine.refresh()
  })

  it('finds what is open to all and what is for one of the scopes, and counts only that', async () => {
    expect((await find('', null)).total).toBe(WORKS.length + 3)
    expect((await find('', SHANGHAI)).total).toBe(WORKS.length + 2)
    expect((await find('', ['*'])).total).toBe(WORKS.length)
    expect((await find('', ['nlc', '*'])).total).toBe(WORKS.length)
    expect(await ids('', ['shanghai'])).toEqual(['harbour', 'shared'])
    expect(await ids('', ['nlc'])).toEqual([])
    expect(await ids('', [])).toEqual([])
    expect(await ids('珠江', GUANGZHOU)).toEqual(['shared'])
  })

  it('keeps a record without a scope for requests without scopes', async () => {
    expect(await ids('無主', null)).toEqual(['nobody'])
    expect(await ids('無主', [...SHANGHAI, ...GUANGZHOU])).toEqual([])
  })

  it('hides a foreign record in every step of the ladder, and from exclusions', async () => {
    expect(await ids('靜夜思', GUANGZHOU)).toEqual(['quiet-night'])
    expect(await ids('照我黃浦江', GUANGZHOU)).toEqual([])
    expect(await ids('"照我黃浦江"', SHANGHAI)).toEqual(['harbour'])
    expect(await ids('床前明月光照我黃浦江', GUANGZHOU)).not.toContain('harbour')
    expect(await ids('-登高', ['shanghai'])).toEqual(['harbour', 'shared'])
  })

  it('does not let a foreign record keep those with some of the words away', async () => {
    await suite.engine.index([docOf('near', { body: '照我黃浦，不見江。' })])
    expect(await ids('照我黃浦江', SHANGHAI)).toEqual(['harbour'])
    expect(await ids('照我黃浦江', GUANGZHOU)).toEqual(['near'])
  })

  it('does not know a poem by a line that only a foreign anthology has of it', async () => {
    await suite.engine.index([
      docOf('saying', { body: '床前明月光一句，人人能诵。' }),
      docOf('moon-anthology', {
        scopes: ['guangzhou'],
        chapters: [{ n: 1, title: '靜夜思', text: '李白\n床前明月光，疑是地上霜。' }],
      }),
    ])
    const line = '床前明月光'
    expect(await ids(line, GUANGZHOU)).toEqual(['moon-anthology', 'quiet-night', 'saying'])
    const { hits } = await find(line, GUANGZHOU, { chapters: { size: 3, snippet: 20 } })
    expect(hits.find(({ id }) => id === 'moon-anthology')?.inside?.total).toBe(1)
    expect(await ids(line, ['*'])).toEqual(['saying'])
  })

  it('counts facets and dates of what is seen, and does not name the values of others', async () => {
    const facets = ['kind', 'author'].map((name) => ({ name, size: 50 }))
    const asked = { facets, filters: [{ name: 'author', anyOf: ['滬上客', '李白'] }] }
    const answer = await find('', GUANGZHOU, asked)
    expect(answer.facets[0]?.values.map(({ value }) => value)).not.toContain('map')
    expect(answer.dates.undated).toBe(0)
    const renamed = docOf('renamed', {
      scopes: ['shanghai'],
      facets: { kind: [{ value: 'chart', label: '海图' }] },
    })
    await suite.engine.index([renamed])
    const chart = { facets, filters: [{ name: 'kind', anyOf: ['chart'] }] }
    const labels = async (scopes: SearchRequest['scopes']): Promise<unknown> =>
      (await find('靜夜思', scopes, chart)).facets[0]?.values.find(({ value }) => value === 'chart')
    expect(await labels(SHANGHAI)).toEqual({ value: 'chart', label: '海图', count: 0, selected: true })
    expect(await labels(GUANGZHOU)).toEqual({ value: 'chart', label: 'chart', count: 0, selected: true })
  })

  it('suggests what is seen, counted and ranked by that alone', async () => {
    expect(await suite.suggest('静夜', 5)).toMatchObject([
      { text: '靜夜思', count: 2, recordId: null },
      { count: 1, recordId: 'nobody' },
    ])
    for (const scopes of [GUANGZHOU, ['*']]) {
      expect(await suite.suggest('静夜', 5, scopes)).toEqual([
        { text: '靜夜思', kind: 'title', recordId: 'quiet-night', count: 1 },
      ])
    }
    expect(await suite.suggest('静夜', 5, ['shanghai'])).toMatchObject([{ recordId: 'harbour', count: 1 }])
    expect(await suite.suggest('滬上', 5, GUANGZHOU)).toEqual([])
    expect(await suite.suggest('黄浦', 5, SHANGHAI)).toMatchObject([{ recordId: 'harbour' }])
    expect(await suite.suggest('李白', 5, SHANGHAI)).toMatchObject([{ count: 2 }])
    expect(await suite.suggest('李白', 5, [])).toEqual([])
  })

  it('goes on behind a record of the list as it is seen', async () => {
    const all = await suite.ids('', { scopes: GUANGZHOU, sort: 'title' })
    for (const [place, id] of all.entries()) {
      const after = { id, place }
      const { hits, from } = await find('', GUANGZHOU, { sort: 'title', after, size: 2 })
      expect([from, hits.map((hit) => hit.id)]).toEqual([place + 1, all.slice(place + 1, place + 3)])
    }
    const foreign = await find('', GUANGZHOU, { sort: 'title', after: { id: 'harbour', place: 2 }, size: 2 })
    expect(foreign.hits.map(({ id }) => id)).toEqual(all.slice(2, 4))
  })

  it('follows a record that is opened, closed and given to another library', async () => {
    const [harbour = docOf('harbour')] = CLOSED
    const seen = async (): Promise<unknown> => [
      await ids('黃浦夜泊', SHANGHAI),
      await ids('黃浦夜泊', GUANGZHOU),
      (await suite.suggest('黄浦', 5, SHANGHAI)).length,
      (await suite.suggest('黄浦', 5, GUANGZHOU)).length,
    ]
    await suite.engine.index([{ ...harbour, rev: 2, scopes: ['*'] }])
    expect(await seen()).toEqual([['harbour'], ['harbour'], 1, 1])
    await suite.engine.index([{ ...harbour, rev: 3, scopes: ['guangzhou', 'guangzhou'] }])
    expect(await seen()).toEqual([[], ['harbour'], 0, 1])
    await suite.engine.remove([{ id: 'harbour', rev: 4 }])
    expect(await seen()).toEqual([[], [], 0, 0])
  })
}
