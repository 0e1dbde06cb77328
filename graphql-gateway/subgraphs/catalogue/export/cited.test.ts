// What is cited: kinds, roles, dates, chapters and styles, each as its readers want it.
import { describe, expect, it } from 'vitest'
import { edtfYear, type RecordContent } from '@shuxiang/record'
import { toBibtex } from './bibtex.ts'
import type { Cited } from './cited.ts'
import { toJsonLd } from './json-ld.ts'
import { toMarcXml } from './marcxml.ts'
import { toRis } from './ris.ts'
import { analects, cited, person, poem } from './samples.ts'
import { toCslJson } from './csl.ts'
import { kindFixtures } from '../kinds/fixtures.ts'
import { toApa } from './styles/apa.ts'
import { toChicago } from './styles/chicago.ts'
import { toGbt7714 } from './styles/gbt7714.ts'
import { toMla } from './styles/mla.ts'

const annotated: RecordContent = {
  ...analects,
  title: '千家诗',
  agents: [person('谢枋得', 'editor'), person('王相', 'commentator'), person('某甲', 'translator')],
}
const all = { toCslJson, toBibtex, toRis, toJsonLd, toMarcXml, toGbt7714, toApa, toMla, toChicago }

describe('kinds', () => {
  it.each(kindFixtures.map(({ record }) => record))('$kind is an article of a journal nowhere', (record) => {
    for (const collection of [null, { id: 'c1', label: '丛书' }]) {
      const entry = cited({ ...record, collection })
      // Zotero makes journal articles of these three.
      expect(/^TY {2}- (\w+)/.exec(toRis(entry))?.[1]).not.toMatch(/^(GEN|JOUR|JFULL)$/)
      expect(toBibtex(entry)).not.toMatch(/^@article/)
    }
  })

  it('a poem without a collection stands by itself', () => {
    const alone = cited({ ...poem, collection: null })
    expect(toRis(alone)).toMatch(/^TY {2}- CLSWK/)
    expect(toBibtex(alone)).toMatch(/^@misc/)
    expect(toBibtex(alone)).not.toContain('booktitle')
  })
})

describe('roles', () => {
  it('keep editor, translator and commentator apart from authors and from each other', () => {
    const entry = cited(annotated)
    expect(toBibtex(entry)).not.toContain('author =')
    for (const line of ['editor = {{谢枋得}}', 'translator = {{某甲}}', 'commentator = {{王相}}'])
      expect(toBibtex(entry)).toContain(line)
    expect(toRis(entry)).not.toContain('AU  - ')
    for (const line of ['A3  - 谢枋得', 'A3  - 王相', 'N1  - 王相注', 'A4  - 某甲'])
      expect(toRis(entry).split('\r\n')).toContain(line)
  })

  it('say that an author is only named by tradition', () => {
    expect(toBibtex(cited(analects))).toContain('note = {唐；旧题孔子撰}')
    expect(toRis(cited(analects))).toContain('N1  - 旧题孔子撰')
  })

  it('names the author, and in a note to whom only another text attributes it', () => {
    const redCliff = {
      ...poem,
      agents: [person('杜牧', 'author' as const), person('李商隐', 'attributed' as const)],
    }
    expect(toBibtex(cited(redCliff))).toContain('author = {{杜牧}}')
    expect(toBibtex(cited(redCliff))).toContain('一作李商隐')
    expect(toRis(cited(redCliff)).match(/^AU  - .*$/gm)).toEqual(['AU  - 杜牧'])
    expect(toRis(cited(redCliff))).toContain('N1  - 一作李商隐')
    expect(toJsonLd(cited(redCliff))).not.toContain('李商隐')
    expect(toMarcXml(cited(redCliff)).match(/李商隐/gu)).toHaveLength(1)
  })
})

describe('dates', () => {
  it.each([
    [null, ['  year = {n.d.},']],
    [726, ['  year = {726},']],
    [-479, ['  year = {-479},']],
  ])('BibTeX has %j as %j', (year, lines) => {
    const entry = toBibtex(
      cited({ ...analects, dates: year === null ? [] : [{ role: 'created', edtf: edtfYear(year) }] }),
    )
    expect(entry.split('\n').filter((line) => /^ {2}(year|date) /.test(line))).toEqual(lines)
  })
})

describe('a chapter', () => {
  const chapter = { n: 12, title: '颜渊' }
  const entry = cited({ ...analects, contents: [chapter] }, { chapter })

  it.each(Object.entries(all))('is named, with its book and its address, by %s', (_, write) => {
    const text = write(entry)
    for (const word of ['颜渊', '论语']) expect(text).toContain(word)
    expect(text).toMatch(/example\.org\/item\/b1\?part=12/)
  })

  it('is a part of a book with a key of its own', () => {
    expect(toBibtex(entry)).toMatch(
      /^@inbook\{b1-12,\n {2}title = \{\{颜渊\}\},\n {2}booktitle = \{\{论语\}\}/,
    )
    expect(toRis(entry)).toMatch(/^TY {2}- CHAP\r\nID {2}- b1-12\r\nTI {2}- 颜渊/)
    expect(toRis(entry)).toContain('T2  - 论语')
    expect(JSON.parse(toJsonLd(entry))).toMatchObject({ '@type': 'Chapter', isPartOf: { name: '论语' } })
    expect(JSON.parse(toJsonLd(entry)).isPartOf).not.toHaveProperty('hasPart')
    expect(/<leader>.{7}(.)/.exec(toMarcXml(entry))?.[1]).toBe('a')
  })
})

describe('every format', () => {
  it.each(Object.entries(all))('carries collection, period and edition: %s', (_, write) => {
    for (const content of [poem, analects])
      for (const fact of ['全唐诗', '唐']) expect(write(cited(content))).toContain(fact)
    expect(write(cited(analects))).toMatch(/test (电子版|digital edition)/)
  })

  it.each(Object.entries(all))('needs no origin: %s', (_, write) => {
    expect(write(cited(analects, { origin: '' }))).not.toContain('null')
  })
})

it('contents longer than a field of MARC take several, and no title is cut', () => {
  const contents = Array.from({ length: 2000 }, (_, i) => ({
    n: i + 1,
    title: `第${i + 1}篇：${'长'.repeat(9)}`,
  }))
  const xml = toMarcXml(cited({ ...analects, contents }))
  const fields = [...xml.matchAll(/tag="505".*?code="a">(.*?)</g)].map(([, text = '']) => text)
  expect(fields.flatMap((text) => text.split(' -- '))).toEqual(contents.map(({ title }) => title))
  for (const text of fields) expect(Buffer.byteLength(text)).toBeLessThan(9999)
  expect(JSON.parse(toJsonLd(cited({ ...analects, contents }))).hasPart).toHaveLength(2000)
})

describe('styles', () => {
  const still = cited({ ...poem, title: '静夜思' })
  const dated = cited({
    ...analects,
    dates: [{ role: 'created', edtf: edtfYear(-479) }],
    agents: [person('孔子', 'author')],
    collection: null,
  })
  const many = cited({
    ...analects,
    agents: ['甲', '乙', '丙', '丁'].map((name) => person(name, 'author')),
  })
  const of = (entry: Cited) => [toGbt7714(entry), toApa(entry), toMla(entry), toChicago(entry)]

  it('a poem', () => {
    expect(of(still)).toEqual([
      '（唐）李白. 静夜思[M/OL]//全唐诗. test 电子版. 网络书香[2026-11-02]. https://example.org/item/p1.',
      '李白. (n.d.). 静夜思. In 全唐诗 (test digital edition). Shuxiang Digital Library. https://example.org/item/p1 (Original work published 唐)',
      '李白. “静夜思.” 唐. 全唐诗, test digital edition, Shuxiang Digital Library, example.org/item/p1. Accessed 2 Nov. 2026.',
      '李白. “静夜思.” In 全唐诗. 唐. test digital edition. Shuxiang Digital Library, n.d. Accessed November 2, 2026. https://example.org/item/p1.',
    ])
  })

  it('a book with a year', () => {
    expect(of(dated)).toEqual([
      '（唐）孔子. 论语[M/OL]. test 电子版. 网络书香, 公元前479[2026-11-02]. https://example.org/item/b1.',
      '孔子. (n.d.). 论语 (test digital edition). Shuxiang Digital Library. https://example.org/item/b1 (Original work published 479 BCE)',
      '孔子. 论语. 479 BCE. test digital edition, Shuxiang Digital Library, example.org/item/b1. Accessed 2 Nov. 2026.',
      '孔子. 论语. 479 BCE. test digital edition. Shuxiang Digital Library, n.d. Accessed November 2, 2026. https://example.org/item/b1.',
    ])
  })

  it('a book that was edited, translated and annotated', () => {
    const entry = cited({ ...annotated, collection: null, period: null })
    expect(of(entry)).toEqual([
      '谢枋得, 编. 千家诗[M/OL]. 某甲, 译. 王相, 注. test 电子版. 网络书香[2026-11-02]. https://example.org/item/b1.',
      '谢枋得 (Ed.). (n.d.). 千家诗 (某甲, Trans.; 王相, Comm.; test digital edition). Shuxiang Digital Library. https://example.org/item/b1',
      '谢枋得, editor. 千家诗. Translated by 某甲, commentary by 王相, test digital edition, Shuxiang Digital Library, example.org/item/b1. Accessed 2 Nov. 2026.',
      '谢枋得, ed. 千家诗. Translated by 某甲. Commentary by 王相. test digital edition. Shuxiang Digital Library, n.d. Accessed November 2, 2026. https://example.org/item/b1.',
    ])
  })

  it('a chapter of an edited book', () => {
    const chapter = { n: 2, title: '春晓' }
    const entry = cited(
      { ...annotated, contents: [chapter], collection: null, period: null },
      { chapter, accessed: null },
    )
    expect(of(entry)).toEqual([
      '春晓[M/OL]//谢枋得, 编. 千家诗. 某甲, 译. 王相, 注. test 电子版. 网络书香. https://example.org/item/b1?part=2.',
      '春晓. In 谢枋得 (Ed.), 千家诗 (某甲, Trans.; 王相, Comm.; test digital edition; chap. 2). (n.d.). Shuxiang Digital Library. https://example.org/item/b1?part=2',
      '“春晓.” 千家诗, edited by 谢枋得, translated by 某甲, commentary by 王相, test digital edition, chapter 2, Shuxiang Digital Library, example.org/item/b1?part=2.',
      '“春晓.” Chap. 2 in 千家诗. Edited by 谢枋得. Translated by 某甲. Commentary by 王相. test digital edition. Shuxiang Digital Library, n.d. https://example.org/item/b1?part=2.',
    ])
  })

  it('several authors', () => {
    const [gbt, apa, mla, chicago] = of(many)
    expect(gbt).toMatch(/^（唐）甲, 乙, 丙, 等\. /)
    expect(apa).toMatch(/^甲, 乙, 丙, & 丁\. /)
    expect(mla).toMatch(/^甲, et al\. /)
    expect(chicago).toMatch(/^甲, 乙, 丙, and 丁\. /)
  })
})
