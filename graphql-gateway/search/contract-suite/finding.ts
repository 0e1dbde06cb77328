/** What is found. */

import { expect, it } from 'vitest'
import type { QueryNode, SearchRequest } from '../contract.ts'
import type { Suite } from './suite.ts'
import { docOf, requestOf, WORKS } from './works.ts'

export function findingTests(suite: Suite): void {
  it('finds by either script, width and case', async () => {
    for (const query of ['静夜思', '靜夜思', '《靜夜思》'])
      expect(await suite.ids(query)).toEqual(['quiet-night'])
    for (const query of ['gdp', 'ＧＤＰ', 'cafe', 'CAFÉ'])
      expect(await suite.ids(query)).toEqual(['red-chamber'])
  })

  it('finds words inside a line and not across punctuation', async () => {
    expect(await suite.ids('山月')).toEqual(['quiet-night'])
    expect(await suite.ids('"霜举"')).toEqual([])
  })

  it('asks for all words, wherever each stands', async () => {
    expect(await suite.ids('李白 月光')).toEqual(['quiet-night'])
    expect(await suite.ids('登高 杜甫')).toEqual(['climbing'])
  })

  it('finds one character in titles, creators and subjects only', async () => {
    expect(await suite.found('春')).toEqual(['spring-dawn', 'spring-dawn-2'])
    expect(await suite.found('霜')).toEqual([])
  })

  it('finds by pinyin, joined or spaced', async () => {
    for (const query of ['jingyesi', 'jing ye si', 'libai', 'LiBai', 'li bai']) {
      expect(await suite.ids(query), query).toEqual(['quiet-night'])
    }
    expect(await suite.found('chunxiao')).toEqual(['spring-dawn', 'spring-dawn-2'])
  })

  it('finds identifiers in any usual form', async () => {
    const forms = ['9787020002207', '978-7-02-000220-7', '7-02-000220-X', 'isbn:9787020002207', '978 7 02 000220 7', '0317-8471'] // prettier-ignore
    for (const form of forms) expect(await suite.ids(form), form).toEqual(['red-chamber'])
    expect(await suite.ids('i222.742')).toEqual(['quiet-night'])
    expect(await suite.ids('索书号：I222.742')).toEqual(['quiet-night'])
  })

  it('finds a record by its pasted address', async () => {
    await suite.engine.index([docOf('b614h9seb19', { title: ['唐詩三百首'], identifiers: ['b614h9seb19'] })])
    const path = '/item/b614h9seb19'
    for (const address of [
      `https://library.example${path}`,
      `http://localhost:8210${path}?part=3&lang=en#text`,
      `library.example${path}`,
      `<https://library.example${path}>`,
      `https://library.example${path}.bib。`,
      `唐诗三百首 https://library.example${path}`,
      path,
    ]) {
      expect(await suite.ids(address), address).toEqual(['b614h9seb19'])
    }
    const { hits } = await suite.engine.search(requestOf(`https://library.example${path}?part=3`))
    expect(hits[0]?.tier).toBe('exact')
    expect(await suite.ids('https://library.example/item/b614h9seb18')).toEqual([])
  })

  it('keeps to the field asked for', async () => {
    expect(await suite.ids('author:李白')).toEqual(['quiet-night'])
    expect(await suite.ids('作者：静夜思')).toEqual([])
    expect(await suite.found('题名:登高')).toEqual(['climbing', 'ninth-day'])
  })

  it('takes away what is excluded', async () => {
    expect(await suite.ids('登高 -杜甫')).toEqual(['ninth-day'])
    expect(await suite.found('-诗经 -"登高" -春')).toEqual(['quiet-night', 'red-chamber'])
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
    expect(await suite.found(tree)).toEqual(['ninth-day', 'spring-dawn'])
    expect(await suite.found({ type: 'not', node: { type: 'all' } })).toEqual([])
    expect(await suite.found({ type: 'or', nodes: [] })).toEqual([])
    expect((await suite.found({ type: 'and', nodes: [] })).length).toBe(WORKS.length)
  })

  it('opens a Latin word by its beginning', async () => {
    expect(await suite.ids({ type: 'prefix', field: 'any', text: 'cham' })).toEqual(['red-chamber'])
    expect(await suite.ids('dre*')).toEqual(['red-chamber'])
  })

  it('finds a phrase of several words in order', async () => {
    expect(await suite.ids('"dream of the red"')).toEqual(['red-chamber'])
    expect(await suite.ids('"red the of dream"')).toEqual([])
  })

  it('shows records with some of the words only when none has all', async () => {
    const relaxed = await suite.engine.search(requestOf('李白静夜思'))
    expect(relaxed.hits.map((hit) => [hit.id, hit.tier])).toEqual([['quiet-night', 'some']])
    expect((await suite.engine.search(requestOf('静夜思 李白'))).hits[0]?.tier).toBe('all')
    expect(await suite.ids('"李白静夜思"')).toEqual([])
    expect(await suite.ids('李白静夜思 -思乡')).toEqual([])
  })

  it('shows records with some of the words when a filter hides those with all', async () => {
    await suite.engine.index([
      docOf('book', {
        title: ['唐诗选'],
        body: '白日依山尽，黄河入海流。',
        facets: { kind: [{ value: 'book', label: '图书' }] },
      }),
      docOf('poem', {
        title: ['登樓'],
        body: '白日依山盡，黃河入海去。',
        facets: { kind: [{ value: 'poem', label: '诗词' }] },
      }),
    ])
    const asked = (kind: string): SearchRequest =>
      requestOf('黄河入海流', {
        filters: [{ name: 'kind', anyOf: [kind] }],
        facets: [{ name: 'kind', size: 10 }],
      })
    expect((await suite.engine.search(asked('book'))).hits.map(({ id, tier }) => [id, tier])).toEqual([['book', 'all']]) // prettier-ignore
    const poems = await suite.engine.search(asked('poem'))
    expect(poems.hits.map(({ id, tier }) => [id, tier])).toEqual([['poem', 'some']])
    expect(poems.total).toBe(1)
    const nowhere = await suite.engine.search(asked('video'))
    expect(nowhere.total).toBe(0)
    expect(nowhere.facets[0]?.values.map(({ value, count }) => [value, count])).toEqual([['book', 1], ['video', 0]]) // prettier-ignore
  })

  it('asks for less of a verse when nothing has most of it', async () => {
    // Two of seven characters differ, so that three of six pairs are left.
    await suite.engine.index([docOf('rain', { body: '寒雨連天夜入湖，平明送客楚山孤。' })])
    const { hits } = await suite.engine.search(requestOf('寒雨连江夜入吴'))
    expect(hits.map(({ id, tier }) => [id, tier])).toEqual([['rain', 'some']])
    expect(await suite.ids('寒雨连江送故人')).toEqual([])
  })

  it('lets a quotation go on across the marks between verses, and no other word', async () => {
    await suite.engine.index([
      docOf('tower', { title: ['登鸛雀樓'], body: '白日依山盡，黃河入海流。\n欲窮千里目，更上一層樓。' }),
      docOf('other', { body: '黃河入海流，白日依山盡。' }),
      docOf('sad', { body: '錯，錯，錯！春如舊，人空瘦。' }),
    ])
    for (const mark of ['', '，', ' ', '/', '；', '。', '\n', ' | ']) {
      expect(await suite.ids(`"白日依山尽${mark}黄河入海流"`), JSON.stringify(mark)).toEqual(['tower'])
    }
    expect(await suite.ids('"依山尽黄河入海流欲穷千里目更上"')).toEqual(['tower'])
    expect(await suite.ids('"错错错春如旧人空瘦"')).toEqual(['sad'])
    const letters = [...'白日依山尽黄河入海流欲穷千里目更上一层楼']
    for (let from = 0; from + 4 <= letters.length; from++) {
      for (const length of [4, 5, 6, 7, 11]) {
        const run = letters.slice(from, from + length).join('')
        const inOne = ['白日依山尽', '黄河入海流'].some((verse) => verse.includes(run))
        expect(await suite.found(`"${run}"`), run).toEqual(inOne ? ['other', 'tower'] : ['tower'])
      }
    }
    for (const wrong of [
      '山黄河入海流',
      '白日依山尽河',
      '日黄河入海流',
      '尽黄河入海欲',
      '错错错错',
      '错春如新',
    ]) {
      expect(await suite.ids(`"${wrong}"`), wrong).toEqual([])
    }
    expect(await suite.ids('"尽，黄"')).toEqual(['tower'])
    expect(await suite.ids('"白日依山尽黄河流入海"')).toEqual([])
    expect(await suite.ids('body:"海流欲穷"')).toEqual(['tower'])
    expect(await suite.ids('"依山尽黄河入海流" -登鹳雀楼')).toEqual([])
    expect((await suite.found('-"依山尽黄河入海流"')).includes('tower')).toBe(false)
    for (const word of ['尽黄', '"尽黄"', '流欲']) expect(await suite.ids(word), word).toEqual([])
  })

  it('finds what was typed without the marks between its verses, as all words', async () => {
    await suite.engine.index([
      docOf('goose', { title: ['詠鵝'], body: '鵝，鵝，鵝，曲項向天歌。\n白毛浮綠水，紅掌撥清波。' }),
      docOf('analects', {
        title: ['論語'],
        chapters: [{ n: 1, title: '述而', text: '三人行，必有我師焉。' }],
      }),
      docOf('sayings', { title: ['增廣賢文'], body: '三人行必有我師，擇其善者而從之。' }),
    ])
    const tiers = async (typed: string): Promise<readonly string[]> =>
      (await suite.engine.search(requestOf(typed))).hits.map(({ id, tier }) => `${id} ${tier}`).toSorted()
    expect(await tiers('鹅鹅鹅')).toEqual(['goose all'])
    expect(await tiers('鹅鹅鹅曲项向天歌')).toEqual(['goose all'])
    expect(await tiers('曲项向天歌白毛浮绿水 咏鹅')).toEqual(['goose all'])
    expect(await tiers('三人行必有我师')).toEqual(['analects all', 'sayings all'])
    expect(await suite.ids('鹅鹅鹅鹅')).toEqual([])
  })

  it("passes over an editor's brackets inside a word", async () => {
    await suite.engine.index([
      docOf('orchid', { title: ['敕賜百官櫻桃'], body: '芙蓉闕下會千官，紫禁朱櫻出上[蘭]。' }),
      docOf('moxa', { title: ['病中詩十五首 罷[灸]'] }),
      docOf('tune', { title: ['【双调】水仙子'] }),
    ])
    for (const query of [
      '紫禁朱樱出上兰',
      '"紫禁朱樱出上兰"',
      '"紫禁朱樱出上[兰]"',
      '上兰',
      '"会千官紫禁朱樱出上兰"',
    ]) {
      expect(await suite.ids(query), query).toEqual(['orchid'])
    }
    for (const query of ['罢灸', '罷[灸]', '病中诗十五首罢灸'])
      expect(await suite.ids(query), query).toEqual(['moxa'])
    expect(await suite.ids('调水')).toEqual([])
    expect(await suite.ids('水仙子')).toEqual(['tune'])
  })
}
