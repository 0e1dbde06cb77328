/** Works in chapters: found as one, told by chapter. */

import { beforeEach, expect, it } from 'vitest'
import { LONGEST_TEXT, QueryRefused, type ChapterHits, type SearchHit } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, facetsOf, requestOf } from './works.ts'

const ANTHOLOGY = docOf('anthology', {
  title: ['唐詩三百首'], creator: ['蘅塘退士'], prior: 990, facets: facetsOf('book', '清', '蘅塘退士', []),
  body: '分体选诗。',
  chapters: [
    { n: 1, title: '登高', text: '杜甫\n風急天高猿嘯哀，渚清沙白鳥飛迴。' },
    { n: 2, title: '静夜·靜夜思 / 夜思', text: '李白\n床前明月光，疑是地上霜。\n舉頭望明月，低頭思故鄉。' },
    { n: 3, title: '月下獨酌', text: '李白\n花間一壺酒，獨酌無相親。\n舉杯邀明月，對影成三人。' },
    { n: 7, title: '月夜憶舍弟', text: '杜甫\n露從今夜白，月是故鄉明。' },
  ],
}) // prettier-ignore
const STRANGER = docOf('stranger', { title: ['塞上'], body: '床前明月光一句，人人能诵。', prior: 2 })

export function chapterTests(suite: Suite): void {
  const wanted = { size: 3, snippet: 24 }
  const hitOf = async (query: string, id = 'anthology'): Promise<SearchHit | undefined> =>
    (await suite.engine.search(requestOf(query, { chapters: wanted }))).hits.find((hit) => hit.id === id)
  const numbers = (inside: ChapterHits | undefined): readonly number[] =>
    (inside?.first ?? []).map(({ n }) => n)

  beforeEach(async () => {
    await suite.engine.index([ANTHOLOGY, STRANGER])
    await suite.engine.refresh()
  })

  it('names the chapter that has the words, with its text around them', async () => {
    const inside = (await hitOf('床前明月光'))?.inside
    expect(inside).toMatchObject({ total: 1, leads: true, first: [{ n: 2, title: '静夜·靜夜思 / 夜思' }] })
    expect(inside?.first[0]?.snippet.find(({ marked }) => marked)?.text).toBe('床前明月光')
    expect(inside?.first[0]?.snippet.map(({ text }) => text).join('').length).toBeLessThanOrEqual(24)
  })

  it('counts all chapters and names the first, a chapter of that title before the others', async () => {
    expect((await hitOf('明月'))?.inside).toMatchObject({ total: 2, first: [{ n: 2 }, { n: 3 }] })
    const titled = (await hitOf('月夜憶舍弟'))?.inside
    expect([titled?.total, numbers(titled)]).toEqual([1, [7]])
    const poet = (await hitOf('李白'))?.inside
    expect([poet?.total, numbers(poet)]).toEqual([2, [2, 3]])
  })

  it('asks the chapter only for what the work does not say of itself', async () => {
    const inside = (await hitOf('唐诗三百首 对影'))?.inside
    expect(inside).toMatchObject({ total: 1, leads: true, first: [{ n: 3 }] })
    expect((await hitOf('唐诗三百首'))?.inside).toBeUndefined()
    await suite.engine.index([docOf('moon', { title: ['明月'] })])
    expect((await hitOf('唐诗三百首 明月'))?.inside).toMatchObject({ total: 2, leads: true })
    expect((await hitOf('杜甫 猿嘯'))?.inside).toMatchObject({ total: 1, first: [{ n: 1 }] })
  })

  it('names the chapters with most of the words where none has all', async () => {
    expect((await hitOf('花間一壺酒 床前明月光 獨酌無相親'))?.inside).toMatchObject({
      total: 1,
      first: [{ n: 3 }],
    })
  })

  it('follows or and leaves out what is excluded', async () => {
    const term = (text: string) => ({ type: 'term', field: 'any', text }) as const
    const either = { type: 'or', nodes: [term('猿嘯'), term('對影')] } as const
    const request = requestOf(either, { chapters: wanted })
    const hit = (await suite.engine.search(request)).hits.find(({ id }) => id === 'anthology')
    expect(numbers(hit?.inside)).toEqual([1, 3])
    expect(numbers((await hitOf('明月 -司馬光'))?.inside)).toEqual([2, 3])
  })

  it('tells nothing where nothing was asked for, and of a record without chapters', async () => {
    const { hits } = await suite.engine.search(requestOf('床前明月光'))
    expect(hits.every((hit) => !('inside' in hit))).toBe(true)
    expect((await hitOf('登高', 'climbing'))?.inside).toBeUndefined()
    expect((await hitOf('', 'anthology'))?.inside).toBeUndefined()
  })

  it('puts the poem that stands alone first, also where its text differs by a character', async () => {
    expect(await suite.ids('床前明月光')).toEqual(['quiet-night', expect.anything(), expect.anything()])
    expect(await suite.ids('"風急天高猿嘯哀"')).toEqual(['climbing', 'anthology'])
    const poems = [{ name: 'kind', anyOf: ['poem'] }]
    expect(await suite.ids('床前明月光', { filters: poems })).toEqual(['quiet-night'])
    expect(await suite.ids('床前明月光 -霜', { sort: 'popular' })).toContain('anthology')
  })

  it('knows the poem by title and author where it has hardly a word of the line', async () => {
    const beans = { title: ['相思'], body: '紅豆生南國，秋來發故枝。' }
    await suite.engine.index([
      docOf('songbook', {
        chapters: [{ n: 4, title: '相思·江上', text: '（唐）王維\n紅豆生南國，春來發幾枝。' }],
      }),
      docOf('beans', { ...beans, creator: ['王维'] }),
      docOf('copy', { ...beans, creator: ['王百'] }),
      docOf('namesake', { title: ['相思'], creator: ['王维'], body: '願君多采擷，此物最相思。' }),
    ])
    expect(await suite.ids('春來發幾枝')).toEqual(['beans', 'songbook'])
    await suite.engine.index([
      docOf('farewells', { chapters: [{ n: 1, title: '芙蓉樓送辛漸', text: '王昌齡\n寒雨連江夜入吳。' }] }),
      docOf('farewell', { title: ['芙蓉樓送辛漸二首 一'], creator: ['王昌龄'], body: '寒雨連天夜入湖。' }),
    ])
    expect(await suite.ids('寒雨連江夜入吳')).toEqual(['farewell', 'farewells'])
  })

  it('knows the poem by its title and half of the line, or by its author and most of the line', async () => {
    await suite.engine.index([
      docOf('printed', {
        chapters: [
          { n: 1, title: '芙蓉樓送辛漸', text: '王昌齡\n寒雨連江夜入吳。' },
          { n: 2, title: '望月有感', text: '白居易\n時難年荒世業空，弟兄羈旅各西東。' },
        ],
      }),
      docOf('rain', { title: ['芙蓉樓送辛漸二首 一'], creator: ['佚名'], body: '寒雨連天夜入湖。' }),
      docOf('moon', { title: ['自河南經亂'], creator: ['白居易'], body: '時難年饑世業空，弟兄羇旅各西東。' }),
      docOf('half', { title: ['歲暮'], creator: ['白居易'], body: '時難年饑世路空。' }),
      docOf('copyist', { title: ['自河南經亂'], creator: ['李白'], body: '時難年饑世業空。' }),
    ])
    expect(await suite.ids('寒雨連江夜入吳')).toEqual(['rain', 'printed'])
    expect(await suite.ids('時難年荒世業空')).toEqual(['moon', 'printed'])
  })

  it('does not take every poem of a title for the one in the anthology', async () => {
    await suite.engine.index([docOf('other', { title: ['靜夜思'], body: '春眠不觉晓，处处闻啼鸟。' })])
    expect(await suite.ids('床前明月光')).not.toContain('other')
    expect(await suite.ids('"床前明月光"')).not.toContain('quiet-night')
  })

  it('finds titles and words of every chapter, however many there are', async () => {
    const chapters = Array.from({ length: 400 }, (_, at) => ({
      n: at + 1,
      title: `第${at + 1}回`,
      text: at === 399 ? '曲終人不見' : '話說',
    }))
    await suite.engine.index([docOf('novel', { title: ['長篇'], chapters })])
    expect(numbers((await hitOf('第400回', 'novel'))?.inside)).toContain(400)
    expect((await hitOf('曲終人不見', 'novel'))?.inside).toMatchObject({ total: 1, first: [{ n: 400 }] })
    expect((await hitOf('話說', 'novel'))?.inside).toMatchObject({ total: 399, first: { length: 3 } })
  })

  it('keeps a phrase inside one chapter', async () => {
    expect(await suite.ids('"猿嘯哀 渚清"')).toContain('anthology')
    expect(await suite.ids('"鳥飛迴李白"')).toEqual([])
  })

  it('says when a record is longer than what is indexed', { timeout: 60_000 }, async () => {
    const text = '長'.repeat(LONGEST_TEXT - 2)
    const chapters = [
      { n: 1, title: '上', text },
      { n: 2, title: '下', text: '結尾處' },
    ]
    await suite.engine.index([docOf('whole', { title: ['全書'], body: text }), docOf('long', { title: ['長編'], chapters })]) // prettier-ignore
    expect((await hitOf('結尾', 'long'))?.cutAt).toBe(LONGEST_TEXT)
    expect((await hitOf('尾處', 'long'))?.cutAt).toBeUndefined()
    expect((await hitOf('長編', 'long'))?.cutAt).toBe(LONGEST_TEXT)
    expect(await hitOf('全書', 'whole')).not.toHaveProperty('cutAt')
  })

  it('forgets the chapters of an older revision and of a removed work', async () => {
    await suite.engine.index([{ ...ANTHOLOGY, rev: 2, chapters: ANTHOLOGY.chapters?.slice(0, 1) ?? [] }])
    expect(await suite.ids('對影成三人')).toEqual([])
    expect((await hitOf('猿嘯'))?.inside).toMatchObject({ total: 1 })
    await suite.engine.remove([{ id: 'anthology', rev: 3 }])
    expect(await suite.ids('猿嘯')).toEqual(['climbing'])
  })

  it('refuses chapters it cannot number', async () => {
    const chapter = { n: 1, title: '一', text: '一' }
    const broken: readonly object[] = [
      [chapter, chapter],
      [{ ...chapter, n: 0 }],
      [{ ...chapter, n: 4_097 }],
      [{ ...chapter, text: null }],
      Array.from({ length: 3_000 }, (_, at) => ({ ...chapter, n: at + 1 })),
    ]
    for (const chapters of broken) {
      const index = suite.engine.index([Object.assign(docOf('broken'), { chapters })])
      await expect(index).rejects.toThrow(QueryRefused)
    }
    for (const chapters of [
      { size: 21, snippet: 10 },
      { size: 1, snippet: 2_000 },
    ])
      // prettier-ignore
      await expect(suite.engine.search(requestOf('月', { chapters }))).rejects.toThrow(QueryRefused)
  })
}
