/** What every search engine must do. Run it on an engine with `describeEngine(name, open)`. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  QueryRefused,
  type QueryNode,
  type SearchDoc,
  type SearchEngine,
  type SearchRequest,
} from './contract.ts'
import { parseBox } from './query/parse-box.ts'

/** A record with only what a test is about. */
export function docOf(id: string, fields: Partial<Omit<SearchDoc, 'id'>> = {}): SearchDoc {
  return {
    id,
    rev: 1,
    title: [],
    creator: [],
    subject: [],
    identifiers: [],
    body: '',
    facets: {},
    year: null,
    prior: 0, // prettier-ignore
    ...fields,
  }
}

/** A request with the usual settings. */
export function requestOf(query: string | QueryNode, fields: Partial<SearchRequest> = {}): SearchRequest {
  const node = typeof query === 'string' ? parseBox(query) : query
  return { query: node, filters: [], sort: 'relevance', from: 0, size: 20, facets: [], ...fields }
}

const POEMS: readonly SearchDoc[] = [
  docOf('quiet-night', {
    title: ['靜夜思'], creator: ['李白'], subject: ['思鄉'], year: 726, prior: 900,
    identifiers: ['ISBN 7-101-00000-X', 'I222.742'],
    body: '牀前看月光，疑是地上霜。\n舉頭望山月，低頭思故鄉。',
    facets: facets('poem', '唐', '李白', ['nlc', 'shanghai']),
  }),
  docOf('spring-dawn', {
    title: ['春晓'], creator: ['孟浩然'], subject: ['春天'], year: 730, prior: 800,
    body: '春眠不觉晓，处处闻啼鸟。\n夜来风雨声，花落知多少。',
    facets: facets('poem', '唐', '孟浩然', ['nlc']),
  }),
  docOf('spring-dawn-2', {
    title: ['春曉'], creator: ['司馬光'], year: 1060, prior: 3,
    body: '天外微雲一抹，枝頭宿鳥初驚。',
    facets: facets('poem', '宋', '司馬光', ['shanghai']),
  }),
  docOf('climbing', {
    title: ['登高'], creator: ['杜甫'], year: 767, prior: 500,
    body: '風急天高猿嘯哀，渚清沙白鳥飛迴。',
    facets: facets('poem', '唐', '杜甫', ['nlc', 'guangzhou']),
  }),
  docOf('ninth-day', {
    title: ['九日登高'], creator: ['王昌龄'], year: 740, prior: 5,
    body: '青山远近带皇州，霁景重阳上北楼。登高登高。',
    facets: facets('poem', '唐', '王昌龄', []),
  }),
  docOf('red-chamber', {
    title: ['红楼梦', 'Dream of the Red Chamber'], creator: ['曹雪芹'], subject: ['章回小说'], year: 1791, prior: 950,
    identifiers: ['978-7-02-000220-7', 'ISSN 0317-8471'],
    body: '第一回 甄士隐梦幻识通灵　贾雨村风尘怀闺秀。ＧＤＰ与Café',
    facets: facets('book', '清', '曹雪芹', ['nlc', 'shanghai', 'guangzhou']),
  }),
  docOf('songs', {
    title: ['诗经'], creator: ['佚名'], year: -600, prior: 700,
    body: '关关雎鸠，在河之洲。窈窕淑女，君子好逑。',
    facets: facets('book', '先秦', '佚名', ['nlc']),
  }),
] // prettier-ignore

function facets(
  kind: string,
  period: string,
  author: string,
  libraries: readonly string[],
): SearchDoc['facets'] {
  return {
    kind: [{ value: kind, label: kind === 'poem' ? '诗词' : '图书' }],
    period: [{ value: period, label: `${period}代` }],
    author: [{ value: author, label: author }],
    library: libraries.map((value) => ({ value, label: `${value} 图书馆` })),
  }
}

/** Registers the suite. `open` gives an empty engine; the suite closes it. */
export function describeEngine(name: string, open: () => Promise<SearchEngine>): void {
  describe(`search engine contract: ${name}`, () => {
    let engine: SearchEngine
    beforeEach(async () => {
      engine = await open()
      await engine.index(POEMS)
      await engine.refresh()
    })
    afterEach(() => engine.close())

    const ids = async (
      query: string | QueryNode,
      fields: Partial<SearchRequest> = {},
    ): Promise<readonly string[]> => (await engine.search(requestOf(query, fields))).hits.map((hit) => hit.id)
    const found = async (query: string | QueryNode): Promise<readonly string[]> =>
      [...(await ids(query))].sort()

    describe('finding', () => {
      it('finds by either script, width and case', async () => {
        for (const query of ['静夜思', '靜夜思', '《靜夜思》'])
          expect(await ids(query)).toEqual(['quiet-night'])
        for (const query of ['gdp', 'ＧＤＰ', 'cafe', 'CAFÉ'])
          expect(await ids(query)).toEqual(['red-chamber'])
      })

      it('finds words inside a line and not across punctuation', async () => {
        expect(await ids('山月')).toEqual(['quiet-night'])
        expect(await ids('"霜举"')).toEqual([])
      })

      it('asks for all words, wherever each stands', async () => {
        expect(await ids('李白 月光')).toEqual(['quiet-night'])
        expect(await ids('登高 杜甫')).toEqual(['climbing'])
      })

      it('finds one character in titles, creators and subjects only', async () => {
        expect(await found('春')).toEqual(['spring-dawn', 'spring-dawn-2'])
        expect(await found('霜')).toEqual([])
      })

      it('finds by pinyin, joined or spaced', async () => {
        for (const query of ['jingyesi', 'jing ye si', 'libai', 'LiBai', 'li bai']) {
          expect(await ids(query), query).toEqual(['quiet-night'])
        }
        expect(await found('chunxiao')).toEqual(['spring-dawn', 'spring-dawn-2'])
      })

      it('finds identifiers in any usual form', async () => {
        const forms = ['9787020002207', '978-7-02-000220-7', '7-02-000220-X', 'isbn:9787020002207', '978 7 02 000220 7', '0317-8471'] // prettier-ignore
        for (const form of forms) expect(await ids(form), form).toEqual(['red-chamber'])
        expect(await ids('i222.742')).toEqual(['quiet-night'])
        expect(await ids('索书号：I222.742')).toEqual(['quiet-night'])
      })

      it('keeps to the field asked for', async () => {
        expect(await ids('author:李白')).toEqual(['quiet-night'])
        expect(await ids('作者：静夜思')).toEqual([])
        expect(await found('题名:登高')).toEqual(['climbing', 'ninth-day'])
      })

      it('takes away what is excluded', async () => {
        expect(await ids('登高 -杜甫')).toEqual(['ninth-day'])
        expect(await found('-诗经 -"登高" -春')).toEqual(['quiet-night', 'red-chamber'])
      })

      it('combines and, or and not as a tree', async () => {
        const term = (text: string): QueryNode => ({ type: 'term', field: 'any', text })
        const tree: QueryNode = {
          type: 'and',
          nodes: [
            { type: 'or', nodes: [term('春晓'), term('登高')] },
            { type: 'not', node: { type: 'or', nodes: [term('杜甫'), term('司马光')] } },
          ],
        }
        expect(await found(tree)).toEqual(['ninth-day', 'spring-dawn'])
        expect(await found({ type: 'not', node: { type: 'all' } })).toEqual([])
        expect(await found({ type: 'or', nodes: [] })).toEqual([])
        expect((await found({ type: 'and', nodes: [] })).length).toBe(POEMS.length)
      })

      it('opens a Latin word by its beginning', async () => {
        expect(await ids({ type: 'prefix', field: 'any', text: 'cham' })).toEqual(['red-chamber'])
        expect(await ids('dre*')).toEqual(['red-chamber'])
      })

      it('finds a phrase of several words in order', async () => {
        expect(await ids('"dream of the red"')).toEqual(['red-chamber'])
        expect(await ids('"red the of dream"')).toEqual([])
      })

      it('shows records with some of the words only when none has all', async () => {
        const relaxed = await engine.search(requestOf('李白静夜思'))
        expect(relaxed.hits.map((hit) => [hit.id, hit.tier])).toEqual([['quiet-night', 'some']])
        expect((await engine.search(requestOf('静夜思 李白'))).hits[0]?.tier).toBe('all')
        expect(await ids('"李白静夜思"')).toEqual([])
        expect(await ids('李白静夜思 -思乡')).toEqual([])
      })
    })

    describe('order', () => {
      it('puts a whole title before a longer one, whatever the counts', async () => {
        const { hits } = await engine.search(requestOf('登高'))
        expect(hits.map((hit) => [hit.id, hit.tier])).toEqual([
          ['climbing', 'exact'],
          ['ninth-day', 'all'],
        ])
      })

      it('puts the better known of equal titles first', async () => {
        expect(await ids('春晓')).toEqual(['spring-dawn', 'spring-dawn-2'])
      })

      it('gives every record for the empty query, best known first', async () => {
        expect((await ids('')).slice(0, 3)).toEqual(['red-chamber', 'quiet-night', 'spring-dawn'])
      })

      it('sorts by title as it is read, by year and by popularity', async () => {
        expect(await ids('', { sort: 'title' })).toEqual([
          'spring-dawn', 'spring-dawn-2', 'climbing', 'red-chamber', 'quiet-night', 'ninth-day', 'songs',
        ]) // prettier-ignore
        expect((await ids('', { sort: 'oldest' })).slice(0, 2)).toEqual(['songs', 'quiet-night'])
        expect((await ids('', { sort: 'newest' })).slice(0, 2)).toEqual(['red-chamber', 'spring-dawn-2'])
        expect((await ids('', { sort: 'popular' })).at(-1)).toBe('spring-dawn-2')
      })

      it('puts unknown years last in both directions', async () => {
        await engine.index([docOf('undated', { title: ['无年'] })])
        expect((await ids('', { sort: 'oldest' })).at(-1)).toBe('undated')
        expect((await ids('', { sort: 'newest' })).at(-1)).toBe('undated')
      })

      it('pages without gap or repetition', async () => {
        const all = await ids('')
        const pages = await Promise.all([0, 3, 6, 9].map((from) => ids('', { from, size: 3 })))
        expect(pages.flat()).toEqual(all)
        expect((await engine.search(requestOf('', { size: 0 }))).total).toBe(POEMS.length)
      })
    })

    describe('facets', () => {
      const kinds = [{ name: 'kind', size: 10 }, { name: 'library', size: 10 }] // prettier-ignore

      it('counts the values of what was found, most frequent first', async () => {
        const { facets: [kind] } = await engine.search(requestOf('', { facets: kinds })) // prettier-ignore
        expect(kind).toEqual({
          name: 'kind',
          values: [
            { value: 'poem', label: '诗词', count: 5, selected: false },
            { value: 'book', label: '图书', count: 2, selected: false },
          ],
        })
      })

      it('narrows hits by any value of each filter and counts a facet without its own filter', async () => {
        const filters = [
          { name: 'kind', anyOf: ['book'] },
          { name: 'library', anyOf: ['shanghai', 'guangzhou'] },
        ]
        const response = await engine.search(requestOf('', { filters, facets: kinds }))
        expect(response.hits.map((hit) => hit.id)).toEqual(['red-chamber'])
        expect(response.total).toBe(1)
        const counts = response.facets.map(({ values }) =>
          values.map((one) => [one.value, one.count, one.selected]),
        )
        expect(counts).toEqual([
          [['poem', 3, false], ['book', 1, true]],
          [['nlc', 2, false], ['guangzhou', 1, true], ['shanghai', 1, true]],
        ]) // prettier-ignore
      })

      it('lists a selected value even when nothing has it', async () => {
        const filters = [{ name: 'kind', anyOf: ['video', 'book'] }]
        const { total, facets: [kind] } = await engine.search(requestOf('登高', { filters, facets: kinds })) // prettier-ignore
        expect(total).toBe(0)
        expect(kind?.values).toEqual([
          { value: 'poem', label: '诗词', count: 2, selected: false },
          { value: 'book', label: '图书', count: 0, selected: true },
          { value: 'video', label: 'video', count: 0, selected: true },
        ])
      })

      it('cuts a long list but not the selected values', async () => {
        const filters = [{ name: 'author', anyOf: ['李白'] }]
        const asked = { filters, facets: [{ name: 'author', size: 1 }] }
        const { facets: [author] } = await engine.search(requestOf('', asked)) // prettier-ignore
        expect(author?.values.length).toBe(2)
        expect(author?.values.some((value) => value.value === '李白' && value.selected)).toBe(true)
      })

      it('answers unknown facets and filters with nothing', async () => {
        const asked = { filters: [{ name: '__proto__', anyOf: ['constructor'] }], facets: [{ name: 'constructor', size: 5 }] } // prettier-ignore
        const response = await engine.search(requestOf('', asked))
        expect(response).toMatchObject({ total: 0, hits: [], facets: [{ name: 'constructor', values: [] }] })
      })
    })

    describe('suggestions', () => {
      const texts = async (prefix: string): Promise<readonly string[]> =>
        (await engine.suggest(prefix, 5)).map((suggestion) => suggestion.text)

      it('completes Han in either script, pinyin and initials', async () => {
        for (const typed of ['靜夜', '静', 'jingye', 'jing y', 'jys', 'JYS']) {
          expect(await texts(typed), typed).toContain('靜夜思')
        }
        expect(await texts('libai')).toEqual(['李白'])
      })

      it('names the record when a title is of one record, and counts the others', async () => {
        expect(await engine.suggest('静夜', 5)).toEqual([
          { text: '靜夜思', kind: 'title', recordId: 'quiet-night', count: 1 },
        ])
        expect(await engine.suggest('春晓', 5)).toMatchObject([{ kind: 'title', recordId: null, count: 2 }])
        expect(await engine.suggest('杜', 5)).toEqual([
          { text: '杜甫', kind: 'creator', recordId: null, count: 1 },
        ])
      })

      it('forgets what was removed and keeps to the limit', async () => {
        await engine.remove([{ id: 'quiet-night', rev: 2 }])
        expect(await texts('静夜')).toEqual([])
        expect((await engine.suggest('j', 1)).length).toBe(1)
        expect(await engine.suggest('。', 5)).toEqual([])
        expect(await engine.suggest('', 5)).toEqual([])
      })
    })

    describe('changes', () => {
      it('replaces a record whole, and again the same', async () => {
        const doc = docOf('climbing', {
          rev: 2,
          title: ['登岳阳楼'],
          facets: facets('poem', '唐', '杜甫', []),
        })
        await engine.index([doc])
        await engine.index([doc])
        expect(await ids('登高')).toEqual(['ninth-day'])
        expect(await ids('岳阳楼')).toEqual(['climbing'])
        expect((await engine.stats()).records).toBe(POEMS.length)
      })

      it('never lets an older revision win, also after a removal', async () => {
        await engine.index([docOf('x', { rev: 5, title: ['新'] })])
        await engine.index([docOf('x', { rev: 4, title: ['旧'] })])
        expect(await ids('旧')).toEqual([])
        await engine.remove([{ id: 'x', rev: 4 }])
        expect(await ids('新')).toEqual(['x'])
        await engine.remove([{ id: 'x', rev: 6 }])
        await engine.index([docOf('x', { rev: 5, title: ['新'] })])
        await engine.index([docOf('x', { rev: 6, title: ['新'] })])
        expect(await ids('新')).toEqual([])
        await engine.index([docOf('x', { rev: 7, title: ['又新'] })])
        expect(await ids('又新')).toEqual(['x'])
      })

      it('keeps a removal of a record it never had', async () => {
        await engine.remove([{ id: 'y', rev: 3 }])
        await engine.index([docOf('y', { rev: 2, title: ['迟到'] })])
        expect(await ids('迟到')).toEqual([])
      })

      it('is empty after clear and can be filled again', async () => {
        await engine.clear()
        expect(await ids('')).toEqual([])
        expect(await engine.suggest('静', 5)).toEqual([])
        await engine.index(POEMS)
        expect(await ids('静夜思')).toEqual(['quiet-night'])
      })

      it('keeps the newest label of a facet value', async () => {
        await engine.index([docOf('z', { facets: { kind: [{ value: 'poem', label: '诗' }] } })])
        const { facets: [kind] } = await engine.search(requestOf('', { facets: [{ name: 'kind', size: 1 }] })) // prettier-ignore
        expect(kind?.values).toEqual([{ value: 'poem', label: '诗', count: 6, selected: false }])
      })
    })

    describe('hostile input', () => {
      it('answers every text of the box', async () => {
        const han = '天地玄黄宇宙洪荒'
        const texts = [
          '"', '""', '" OR 1=1 --', "'; drop table docs; --", 'title NEAR(a b, 3)', 'a* b* *', '{title}:x', 'NOT', 'AND OR NOT',
          '-', '--', '- -', ':::', 'title:', '题名：', '^x', '(((((', '\u0000静夜思\u0000', '\ud800', '静\udfff夜', '👨‍👩‍👧‍👦', '🙂🙂🙂',
          '！？。，', '__proto__', 'constructor', '$where', '{"$gt":""}', '(a+)+$', 'a'.repeat(10_000), han.repeat(1_250), '% _',
          `${'李 '.repeat(5_000)}`, '"'.repeat(10_000), '-'.repeat(10_000), '\u202e\u200b\ufeff', '𠮷野家', 'e\u0301'.repeat(5_000),
        ] // prettier-ignore
        for (const text of texts) {
          const response = await engine.search(requestOf(text))
          expect(response.total, JSON.stringify(text.slice(0, 20))).toBeLessThanOrEqual(POEMS.length)
          expect(Array.isArray(await engine.suggest(text, 5))).toBe(true)
        }
      })

      it('stores any text without losing the record', async () => {
        const text = 'a" OR "b \u0000 \ud800 静夜思2 𠮷 {x}: (y) * ^ NEAR'
        await engine.index([
          docOf('odd', { title: [text], creator: [text], body: text, identifiers: [text] }),
        ])
        expect(await ids('静夜思2')).toEqual(['odd'])
        expect(await ids('𠮷')).toEqual(['odd'])
      })

      it('refuses what is out of bounds by name', async () => {
        const deep = Array.from({ length: 50 }).reduce<QueryNode>((node) => ({ type: 'not', node }), {
          type: 'all',
        })
        const wide: QueryNode = { type: 'or', nodes: Array.from({ length: 1_000 }, () => ({ type: 'all' })) }
        const bad: readonly Partial<SearchRequest>[] = [
          { from: 10_001 }, { from: -1 }, { size: 101 }, { size: 1.5 }, { from: NaN }, { query: deep }, { query: wide },
          { filters: [{ name: 'kind', anyOf: Array.from({ length: 1_000 }, String) }] },
          { facets: Array.from({ length: 100 }, () => ({ name: 'kind', size: 1 })) },
        ] // prettier-ignore
        for (const fields of bad) {
          await expect(
            engine.search(requestOf('x', fields)),
            JSON.stringify(fields).slice(0, 60),
          ).rejects.toThrow(QueryRefused)
        }
      })

      it('gives up when the caller already has', async () => {
        await expect(engine.search(requestOf('春'), AbortSignal.abort())).rejects.toThrow()
      })
    })
  })
}
