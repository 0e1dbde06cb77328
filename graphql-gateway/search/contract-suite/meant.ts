/** What is meant by a slip of the pen, and what is suggested of lines. */

import { beforeEach, expect, it } from 'vitest'
import { MOST_MEANT, QueryRefused, type Meant, type MeantWanted } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, facetsOf, requestOf } from './works.ts'

const TOWER = docOf('tower', {
  title: ['登鸛雀樓'],
  creator: ['王之渙'],
  prior: 600,
  body: '白日依山盡，黃河入海流。\n欲窮千里目，更上一層樓。',
  lines: [
    { n: 1, text: '白日依山盡，黃河入海流。' },
    { n: 2, text: '黃河入海流。' },
    { n: 3, text: '欲窮千里目，更上一層樓。' },
    { n: 4, text: '更上一層樓。' },
  ],
  facets: facetsOf('poem', '唐', '王之渙', ['nlc']),
})

/** Hardly known: of its lines only the first is kept, were it better known. */
const UNKNOWN = docOf('unknown', {
  title: ['夜泊'],
  creator: ['某生'],
  prior: 1,
  body: '一葉孤舟夜泊時。',
  lines: [{ n: 1, text: '一葉孤舟夜泊時。' }],
})

const ANTHOLOGY = docOf('anthology', {
  title: ['唐詩選'],
  prior: 100,
  chapters: [{ n: 1, title: '靜夜思', text: '牀前明月光，疑是地上霜。\n舉頭望明月，低頭思故鄉。' }],
})

const CLOSED = docOf('closed', {
  scopes: ['shanghai'],
  title: ['黃浦江夜泊'],
  creator: ['滬上客'],
  prior: 900,
  facets: facetsOf('map', '民国', '滬上客', ['shanghai']),
})

export function meantTests(suite: Suite): void {
  const meant = (text: string, wanted: Partial<MeantWanted> = {}): Promise<readonly Meant[]> =>
    suite.engine.meant(text, { scopes: null, filters: [], ranges: [], limit: 3, ...wanted })
  const first = async (text: string, wanted: Partial<MeantWanted> = {}): Promise<Meant | undefined> =>
    (await meant(text, wanted))[0]

  beforeEach(async () => {
    await suite.engine.index([TOWER, UNKNOWN, ANTHOLOGY, CLOSED])
    await suite.engine.refresh()
  })

  it.each([
    ['a homophone in a title', '静叶思', '静夜思', 'title'],
    ['a wrong character in a title', '登鹤雀楼', '登鹳雀楼', 'title'],
    ['two characters exchanged', '登雀鹳楼', '登鹳雀楼', 'title'],
    ['a character left out', '登雀楼', '登鹳雀楼', 'title'],
    ['a homophone in a name', '里白', '李白', 'creator'],
    ['a homophone in a line', '白日依山近', '白日依山尽', 'line'],
    ['a wrong character in two lines', '欲穷万里目更上一层楼', '欲穷千里目 更上一层楼', 'line'],
    ['a wrong character in a line of an anthology', '床前明月亮', '床前明月光', 'line'],
    ['a homophone in a line of an anthology', '举头忘明月', '举头望明月', 'line'],
    ['initials', 'jys', '静夜思', 'title'],
    ['misspelt pinyin', 'dengguanquelo', '登鹳雀楼', 'title'],
    ['pinyin of a line', 'huangheruhailiu', '黄河入海流', 'line'],
    ['pinyin of a line in syllables', 'huang he ru hai liu', '黄河入海流', 'line'],
    ['a misspelt title in letters', 'Dream of the Red Chambre', 'Dream of the Red Chamber', 'title'],
    [
      'a slip at the beginning of a title in letters',
      'Draem of the Red Chamber',
      'Dream of the Red Chamber',
      'title',
    ],
    ['a letter left out at the beginning', 'Deam of the Red Chamber', 'Dream of the Red Chamber', 'title'],
    ['one wrong word beside a right one', '李白 静叶思', '李白 静夜思', 'title'],
  ])('knows what is meant by %s', async (_, typed, text, kind) => {
    const found = await first(typed)
    expect({ ...found, text: found?.text.replace('牀', '床') }).toEqual({ text, kind, sure: true })
  })

  it('answers in the script that was typed, and what it names is found', async () => {
    expect((await first('靜葉思'))?.text).toBe('靜夜思')
    for (const typed of ['静叶思', '举头忘明月', '里白', '李白 静叶思']) {
      const text = (await first(typed))?.text ?? ''
      const { hits } = await suite.engine.search(requestOf(text))
      expect(hits.map(({ tier }) => tier).filter((tier) => tier !== 'some').length, typed).toBeGreaterThan(0)
    }
  })

  it('offers names of two characters that begin as the typed one does, and is not sure of them', async () => {
    await suite.engine.index([
      docOf('spring', { title: ['春望'], creator: ['杜甫'], prior: 900 }),
      docOf('autumn', { title: ['山行'], creator: ['杜牧'], prior: 300 }),
    ])
    await suite.engine.refresh()
    for (const typed of ['杜浦', '杜莆']) {
      const found = await meant(typed)
      expect(found[0], typed).toEqual({ text: '杜甫', kind: 'creator', sure: false })
      expect(found.map(({ text }) => text)).toContain('杜牧')
    }
    expect((await meant('王浦')).map(({ text }) => text)).not.toContain('王之涣')
  })

  it('is not sure where two are as near', async () => {
    await suite.engine.index([
      docOf('one', { title: ['秋夜思'], prior: 900 }),
      docOf('two', { title: ['春夜思'], prior: 900 }),
    ])
    const found = await meant('冬夜思')
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found.every(({ sure }) => !sure)).toBe(true)
  })

  it('knows nothing of what is near nothing, of signs, and of what is there itself', async () => {
    for (const text of ['', '。', '鑫鑫鑫', 'xyzzy', '"静叶思"', 'author:里白', '静叶思 -春', '一']) {
      expect(await meant(text), text).toEqual([])
    }
    expect((await meant('静夜思')).map(({ text }) => text)).not.toContain('静夜思')
  })

  it('names nothing that the search would not find: for others, filtered away, removed', async () => {
    expect((await first('黄普江夜泊', { scopes: ['shanghai', '*'] }))?.text).toBe('黄浦江夜泊')
    expect(await meant('黄普江夜泊', { scopes: ['nlc', '*'] })).toEqual([])
    expect(await meant('户上客', { scopes: ['*'] })).toEqual([])
    expect(await meant('静叶思', { scopes: [] })).toEqual([])
    const book = [{ name: 'kind', anyOf: ['book'] }]
    expect((await meant('登鹤雀楼', { filters: book })).map(({ text }) => text)).toEqual([])
    expect(await meant('登鹤雀楼', { ranges: [{ name: 'issued', from: 0, to: 1 }] })).toEqual([])
    await suite.engine.remove([{ id: 'tower', rev: 2 }])
    expect(await meant('登鹤雀楼')).toEqual([])
    expect(await meant('huangheruhailiu')).toEqual([])
  })

  it('keeps to its bounds', async () => {
    expect(await meant('静叶思', { limit: 0 })).toEqual([])
    await expect(meant('静叶思', { limit: MOST_MEANT + 1 })).rejects.toBeInstanceOf(QueryRefused)
    const long = await meant('静叶思'.repeat(2_000))
    expect(long).toEqual([])
    for (const text of ['\ud800\udfff', 'a'.repeat(300), '静 '.repeat(60), '%_*"\\', "' or 1=1 --"])
      expect(Array.isArray(await meant(text)), text).toBe(true)
  })

  it('suggests lines with their work and their place, and of works that few know none', async () => {
    expect(await suite.suggest('黄河', 5)).toEqual([
      {
        text: '黃河入海流。',
        kind: 'line',
        recordId: 'tower',
        count: 1,
        of: { title: '登鸛雀樓', creator: ['王之渙'], n: 2 },
      },
    ])
    expect((await suite.suggest('bairiyishan', 5)).map(({ of }) => of?.n)).toEqual([1])
    expect(await suite.suggest('一叶孤舟', 5)).toEqual([])
    await suite.engine.index([{ ...TOWER, rev: 2, lines: [{ n: 1, text: '黃河入海流。' }] }])
    await suite.engine.refresh()
    expect((await suite.suggest('黄河', 5)).map(({ of }) => of?.n)).toEqual([1])
    expect(await suite.suggest('更上一', 5)).toEqual([])
  })

  it('tells which of several words nothing has', async () => {
    const missing = async (query: string): Promise<readonly string[] | undefined> =>
      (await suite.engine.search(requestOf(query))).missing
    expect(await missing('李白 鑫鑫鑫')).toEqual(['鑫鑫鑫'])
    expect(await missing('龘龘 鑫鑫鑫')).toEqual(['龘龘', '鑫鑫鑫'])
    for (const query of ['李白', '鑫鑫鑫', '李白 静夜思', '李白 登高', '"鑫鑫鑫" 李白'])
      expect(await missing(query), query).toBeUndefined()
    const book = requestOf('李白 红楼梦', { filters: [{ name: 'kind', anyOf: ['book'] }] })
    expect((await suite.engine.search(book)).missing).toEqual(['李白'])
  })
}
