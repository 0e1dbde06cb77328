// Small pieces of the reader: ids, names, texts, forms, worth.
import { describe, expect, it } from 'vitest'
import { formOf } from './form.ts'
import { demonstrationHoldings } from './holdings.ts'
import { stableId } from './ids.ts'
import { knownTitles } from './judged.ts'
import { knownWork } from './known-works.ts'
import { bareTitle } from './shi.ts'
import { simplified } from './simplified.ts'
import { cleanLine, clauses, paragraphs, punctuated } from './text.ts'
import { baseTitle, priorOf, standing, worth } from './worth.ts'

const none = new Map<string, string>()

describe('ids', () => {
  it('are the same for the same names, eleven characters, none that is easily misread', () => {
    expect(stableId('p', 'chinese-poetry', 'x')).toBe(stableId('p', 'chinese-poetry', 'x'))
    const ids = Array.from({ length: 2000 }, (_, i) => stableId('p', 'source', String(i)))
    expect(new Set(ids).size).toBe(2000)
    for (const id of ids) expect(id).toMatch(/^p[0-9abcdefghjkmnpqrstvwxyz]{10}$/)
  })
})

describe('texts', () => {
  it.each([
    ['a\u0000b\u202e\u200b c', 'a b c'],
    ['  　春　曉 ', '春 曉'],
    ['lone \ud800', 'lone \ufffd'],
    ['{亻思}美', '偲美'],
    ['x'.repeat(20), 'x'.repeat(9) + '…'],
  ])('%j becomes %j', (from, to) => {
    expect(cleanLine(from, new Map([['{亻思}', '偲']]), 10)).toBe(to)
  })

  it('are bounded in number and length', () => {
    const many = paragraphs(
      Array.from({ length: 5000 }, () => 'x'.repeat(30_000)),
      'prose',
      none,
    )
    expect(many).toHaveLength(2000)
    expect(many[0]?.text).toHaveLength(20_000)
  })

  it('lose no clause and get the mark they lack', () => {
    expect(clauses(['山一程，水一程（一作里），身向榆關那畔行。'])).toEqual([
      '山一程',
      '水一程',
      '身向榆關那畔行',
    ])
    expect(punctuated(['夜深千帐灯', '风一更。'])).toEqual(['夜深千帐灯。', '风一更。'])
  })
})

describe('names and titles', () => {
  it.each([
    ['蘇軾', '苏轼'],
    ['李清照', '李清照'],
    ['陸龜蒙', '陆龟蒙'],
  ])('%s is %s', (from, to) => {
    expect(simplified(from)).toBe(to)
  })

  it.each([
    ['橫吹曲辭 出塞 一', '出塞 一', '出塞'],
    ['飲酒  其五', '飲酒  其五', '飲酒'],
    ['靜夜思', '靜夜思', '靜夜思'],
  ])('%s goes by %s, in a series %s', (title, bare, base) => {
    expect(bareTitle(title)).toBe(bare)
    expect(baseTitle(bare)).toBe(base)
  })
})

describe('known works', () => {
  it.each([
    ['苏轼', '念奴娇', ['大江东去，浪淘尽、千古风流人物。'], '念奴娇·赤壁怀古'],
    ['蘇軾', '念奴娇', ['凭高眺远，见长空万里，云无留迹。'], undefined],
    ['白居易', '琵琶引', ['潯陽江頭夜送客，楓葉荻花秋索索。'], '琵琶行'],
    ['王維', '輞川集 鹿柴', ['空山不見人，但聞人語響。'], '鹿柴'],
    ['白居易', '新樂府 賣炭翁 苦官市也', ['賣炭翁，伐薪燒炭南山中。'], '卖炭翁'],
    ['元稹', '将进酒', ['将进酒，将进酒。'], undefined],
  ])('%s %s is known as %j', (author, title, lines, known) => {
    expect(knownWork(author, title, lines)?.titles[0]).toBe(known)
  })

  it('are named beside the title that the record has, unless it says the same', () => {
    const judged = { anthologies: [], standing: 5, known: { titles: ['念奴娇·赤壁怀古', '望岳'] } }
    expect(knownTitles(judged, '望嶽', '念奴娇')).toEqual(['念奴娇·赤壁怀古'])
    expect(knownTitles(judged, '望嶽三首 一', '念奴娇・赤壁怀古')).toEqual(['望岳'])
  })
})

describe('form', () => {
  const line = '春眠不覺曉，處處聞啼鳥。'
  it.each([
    ['春曉', [line, '夜來風雨聲，花落知多少。'], [], '五言绝句'],
    ['春曉歌', [line, '夜來風雨聲，花落知多少。'], [], null],
    ['x', [line, line, line, line], [], null],
    ['x', [line, line, line, line], ['五言律诗'], '五言律诗'],
    ['x', ['春眠不覺曉，處處聞。', '夜來風雨聲，花落知多少。'], [], null],
    ['x', [], [], null],
  ])('of %s is certain or none', (title, lines, tags, form) => {
    expect(formOf(title, lines, tags)).toBe(form)
  })
})

describe('worth', () => {
  const ranks = (n: number) => ({ author: '', baidu: n, so360: n, bing: n, bing_en: n, google: n })
  const of = (given: Partial<Parameters<typeof worth>[0]>) =>
    worth({
      ranks: undefined,
      title: '靜夜思',
      sameTitle: 1,
      subjects: [],
      anthology: false,
      knownAuthor: true,
      ...given,
    })

  it('rises with hits, falls with titles that many poems carry, and is bounded', () => {
    expect(of({ ranks: ranks(1e6) })).toBeGreaterThan(of({ ranks: ranks(1e3) }))
    expect(of({ ranks: ranks(1e6), title: '句', sameTitle: 6000 })).toBeLessThan(of({ ranks: ranks(1e4) }))
    expect(of({ ranks: ranks(1e6), knownAuthor: false })).toBeLessThan(of({ ranks: ranks(1e6) }))
    expect(of({ ranks: ranks(1e15), anthology: true })).toBe(7)
    expect(of({ ranks: ranks(0), sameTitle: 1e6 })).toBe(0)
    expect(of({ anthology: true })).toBeGreaterThanOrEqual(2.5)
  })

  it('gives the standing of one work: what everybody learns stands above what shares its title', () => {
    const poem = { worth: 3, anthologies: 0, tags: [], chosenOfAuthor: 40, known: false }
    expect(standing({ ...poem, known: true })).toBeGreaterThan(standing({ ...poem, worth: 7 }))
    expect(standing({ ...poem, known: true })).toBeGreaterThan(standing({ ...poem, anthologies: 2 }))
    expect(standing({ ...poem, anthologies: 1 })).toBeGreaterThan(
      standing({ ...poem, tags: ['写景', '抒情'] }),
    )
    expect(standing({ ...poem, chosenOfAuthor: 0 })).toBeLessThan(standing(poem))
    expect(
      standing({ ...poem, known: true, anthologies: 4, worth: 7, tags: ['小学古诗'] }),
    ).toBeLessThanOrEqual(7)
  })

  it('gives a prior from 1 to about 830', () => {
    expect([priorOf(0), Math.round(priorOf(7))]).toEqual([1, 825])
  })
})

describe('demonstration holdings', () => {
  const libraries = [
    { id: 'ndl', name: '国家数字图书馆', level: 'NATIONAL', regionId: '' },
    ...Array.from({ length: 40 }, (_, i) => ({
      id: `n${i}`,
      name: `馆${i}`,
      level: i < 10 ? 'CITY' : 'COUNTY',
      regionId: i < 10 ? '3301' : '330106',
    })),
  ]
  const holdings = demonstrationHoldings(libraries)

  it('are the same every time, marked, begin with the national library, and name no library twice', () => {
    for (const kind of ['poem', 'book'])
      for (let i = 0; i < 200; i++) {
        const held = holdings(`p${i}`, kind)
        expect(held).toEqual(holdings(`p${i}`, kind))
        expect(held[0]).toMatchObject({ libraryId: 'ndl', access: 'online' })
        expect(held.every(({ demonstration }) => demonstration)).toBe(true)
        expect(new Set(held.map(({ libraryId }) => libraryId)).size).toBe(held.length)
      }
  })

  it('are none without libraries', () => {
    expect(demonstrationHoldings([])('p1', 'book')).toEqual([])
  })
})
