// What the kinds bring into the formats: dates, publishers, containers, measures, and who is no author.
import { kindsOf } from '@shuxiang/record'
import { facets } from '@shuxiang/vocabulary'
import { describe, expect, it } from 'vitest'
import { kindFixtures } from '../kinds/fixtures.ts'
import { catalogueKinds } from '../kinds/index.ts'
import { formats } from './formats.ts'
import { cited } from './samples.ts'

const kinds = kindsOf(catalogueKinds, facets)
function exported(id: string, format: keyof typeof formats): string {
  const found = kindFixtures.find(({ record }) => record.kind === id)
  if (!found) throw new Error(`no fixture of ${id}`)
  return formats[format](cited(found.record))
}
const fieldsOf = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`tag="${tag}".*?>(.*?)</datafield>`, 'g'))].map(([, inner = '']) =>
    [...inner.matchAll(/code="(.)">(.*?)</g)].map(([, code, value]) => `$${code} ${value}`).join(' '),
  )

it('a book in CSL-JSON', () => {
  expect(JSON.parse(exported('book', 'CSLJSON'))).toEqual([
    {
      id: 'fxbook',
      type: 'book',
      title: '论语译注',
      author: [{ literal: '孔子' }],
      translator: [{ literal: '杨伯峻' }],
      contributor: [{ literal: '杨逢彬' }],
      publisher: '中华书局',
      'publisher-place': '北京',
      issued: { 'date-parts': [[2009, 10]] },
      edition: '第3版',
      'number-of-pages': '316',
      'collection-title': '中国古典名著译注丛书',
      'collection-number': '1',
      ISBN: '978-7-101-07024-8',
      abstract: '以通行的现代汉语译出《论语》二十篇，逐章注释，书末附《论语词典》。',
      keyword: '儒家, 《论语》——译文',
      note: '春秋；旧题孔子撰；杨逢彬注',
      language: 'zh-Hans',
      source: '国家图书馆',
      URL: 'https://example.org/item/fxbook',
      accessed: { 'date-parts': [[2026, 11, 2]] },
    },
  ])
})

describe('references', () => {
  it.each([
    [
      'book',
      '（春秋）孔子. 论语译注[M/OL]. 杨伯峻, 译. 杨逢彬, 注. 中国古典名著译注丛书. 第3版. 北京: 中华书局, 2009[2026-11-02]. https://example.org/item/fxbook.',
      '孔子. (2009). 论语译注 (杨伯峻, Trans.; 杨逢彬, Comm.; 第3版). 中国古典名著译注丛书. 中华书局. https://example.org/item/fxbook (Original work published 春秋)',
    ],
    [
      'periodical',
      '中国图书馆学会, 编. 中国图书馆学报[J/OL]. 北京: 国家图书馆, 1957-[2026-11-02]. https://example.org/item/fxperiodical.',
      '中国图书馆学会 (Ed.). (1957–). 中国图书馆学报. 国家图书馆. https://example.org/item/fxperiodical',
    ],
    [
      'issue',
      '中国图书馆学报 2024年第3期[J/OL]//中国图书馆学报, 50(3). 国家图书馆, 2024(2024-05-15)[2026-11-02]. https://example.org/item/fxissue.',
      '中国图书馆学报 2024年第3期. In 中国图书馆学报, 50(3). (2024, May 15). 国家图书馆. https://example.org/item/fxissue',
    ],
    [
      'audio',
      '（民国）鲁迅. 朝花夕拾[Z/OL]. 方致远, 演播. 清声有声出版社, 2021(2021-04-23)[2026-11-02]. https://example.org/item/fxaudio.',
      '鲁迅. (2021, April 23). 朝花夕拾 (read by 方致远). 清声有声出版社. https://example.org/item/fxaudio (Original work published 1926–1927)',
    ],
    [
      'video',
      '陆知行, 导演. 修书人：古籍修复师的一年[Z/OL]. 国家图书馆, 2023(2023-06-10)[2026-11-02]. https://example.org/item/fxvideo.',
      '陆知行 (Director). (2023, June 10). 修书人：古籍修复师的一年. 国家图书馆. https://example.org/item/fxvideo',
    ],
    [
      'object',
      '（西周）何. 何尊[Z/OL]. 宝鸡青铜器博物院, 藏. 国家图书馆 电子版. 网络书香, [公元前1038][2026-11-02]. https://example.org/item/fxobject.',
      '何. (n.d.). 何尊 (held by 宝鸡青铜器博物院; 国家图书馆 digital edition). Shuxiang Digital Library. https://example.org/item/fxobject (Original work published ca. 1038 BCE)',
    ],
    // The page about a person has no date of its own, and certainly not that of a birth.
    [
      'person',
      '李白[EB/OL]. 网络书香[2026-11-02]. https://example.org/item/fxperson.',
      '李白. (n.d.). Shuxiang Digital Library. https://example.org/item/fxperson (Original work published 唐)',
    ],
  ])('%s', (id, gbt, apa) => {
    expect(exported(id, 'GBT7714')).toBe(gbt)
    expect(exported(id, 'APA')).toBe(apa)
  })

  it('name the director first in English too, and what others did', () => {
    expect(exported('video', 'MLA')).toMatch(/^陆知行, director\. 修书人/)
    expect(exported('video', 'CHICAGO')).toMatch(/^陆知行, director\. 修书人/)
    expect(exported('audio', 'MLA')).toContain('Read by 方致远, 清声有声出版社, 23 Apr. 2021')
    expect(exported('issue', 'CHICAGO')).toContain('In 中国图书馆学报 50, no. 3. 国家图书馆, May 15, 2024.')
  })
})

describe('MARC', () => {
  it('of a book: numbers, class, imprint, extent, series, subjects', () => {
    const xml = exported('book', 'MARCXML')
    expect(fieldsOf(xml, '020')).toEqual(['$a 9787101070248'])
    expect(fieldsOf(xml, '084')).toEqual(['$a B222.22 $2 clc'])
    expect(fieldsOf(xml, '264')).toEqual(['$a 北京 $b 中华书局 $c 2009'])
    expect(fieldsOf(xml, '300')).toEqual(['$a 316页，21厘米'])
    expect(fieldsOf(xml, '490')).toEqual(['$a 中国古典名著译注丛书 $v 1'])
    expect(fieldsOf(xml, '650')).toEqual(['$a 儒家 $0 S012634 $2 cct'])
  })

  it('of a person and an organisation: authority records', () => {
    const person = exported('person', 'MARCXML')
    expect(person).toContain('type="Authority"')
    expect(/<leader>(.*)<\/leader>/.exec(person)?.[1]).toBe('00000nz  a2200000n  4500')
    expect(/tag="008">(.*)<\/controlfield>/.exec(person)?.[1]).toHaveLength(40)
    expect(fieldsOf(person, '100')).toEqual(['$a 李白 $d 701-762'])
    expect(fieldsOf(person, '400')).toEqual(['$a Li Bai', '$a 太白', '$a 青莲居士', '$a 李太白'])
    expect(fieldsOf(person, '046')).toEqual(['$f 0701 $g 0762-12 $2 iso8601'])
    const library = exported('organisation', 'MARCXML')
    expect(fieldsOf(library, '110')).toEqual(['$a 国家图书馆'])
    expect(fieldsOf(library, '410')).toEqual(['$a 京师图书馆', '$a 北京图书馆'])
    expect(fieldsOf(library, '510')).toEqual(['$w t $a 文化和旅游部'])
  })

  it('tells serials, spans and times', () => {
    const fixed = (id: string) => /tag="008">.{6}(.{9})/.exec(exported(id, 'MARCXML'))?.[1]
    expect(fixed('periodical')).toBe('c19579999')
    expect(fixed('picture')).toBe('m11001199')
    expect(fixed('issue')).toBe('s2024    ')
    expect(fieldsOf(exported('audio', 'MARCXML'), '306')).toEqual(['$a 035100'])
    expect(fieldsOf(exported('issue', 'MARCXML'), '773')).toEqual([
      '$t 中国图书馆学报 $g 2024年第50卷第3期 $w fxperiodical $x 1001-8867',
    ])
  })
})

describe('JSON-LD', () => {
  it('has no property of a work for events and people', () => {
    for (const id of ['event', 'person', 'organisation']) {
      const keys = Object.keys(JSON.parse(exported(id, 'JSONLD')))
      for (const key of [
        'copyrightNotice',
        'dateCreated',
        'datePublished',
        'isBasedOn',
        'author',
        'abstract',
      ])
        expect(keys).not.toContain(key)
    }
  })

  it('says under which conditions a work is read that is not open', () => {
    expect(JSON.parse(exported('book', 'JSONLD'))).toMatchObject({
      isAccessibleForFree: false,
      conditionsOfAccess: '持读者证可读',
      license: 'https://rightsstatements.org/vocab/InC/1.0/',
    })
  })
})

it('every kind of the catalogue is written in every format', () => {
  for (const { entry } of kinds.all)
    for (const format of Object.keys(formats) as (keyof typeof formats)[])
      expect(exported(entry.id, format), `${entry.id} ${format}`).toContain(`fx${entry.id}`)
})
