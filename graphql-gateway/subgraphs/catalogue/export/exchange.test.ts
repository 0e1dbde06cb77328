// A record in the exchange formats: right for a reader's program, and closed against every text.
import { describe, expect, it } from 'vitest'
import { hostile } from '../fixtures/hostile.ts'
import { edtfYear } from '@shuxiang/record'
import type { Cited } from './cited.ts'
import { toBibtex } from './bibtex.ts'
import { toJsonLd } from './json-ld.ts'
import { toMarcXml } from './marcxml.ts'
import { toRis } from './ris.ts'
import { analects, cited, person, poem } from './samples.ts'

const whole = cited(poem, { accessed: null })
/** Every text of the record is the hostile one; its chapter too. */
const hostileEntry = (text: string): Cited =>
  cited(
    {
      ...poem,
      title: text,
      alternativeTitles: [text],
      parallelTitles: [{ title: text, language: 'en', source: text }],
      agents: [
        person(text, 'author'),
        person(text, 'editor'),
        person(text, 'translator'),
        person(text, 'commentator'),
        person(text, 'publisher'),
        person(text, 'narrator'),
      ],
      period: { id: 'tang', label: text },
      collection: { id: 'c1', label: text },
      abstract: text,
      subjects: [
        { label: text, scheme: null, code: null },
        { label: text, scheme: text, code: text },
      ],
      places: [{ label: text, code: text }],
      identifiers: [
        { scheme: text, value: text },
        { scheme: 'isbn', value: text },
      ],
      rights: { label: text, statement: null },
      form: text,
      source: { name: text, url: 'https://example.org/', licence: text },
      contents: [{ n: 1, title: text }],
    },
    { accessed: null },
  )

describe('BibTeX', () => {
  it('names author, title and address under the id of the record', () => {
    expect(toBibtex(whole)).toBe(
      [
        '@incollection{p1,',
        '  title = {{靜夜思}},',
        '  booktitle = {{全唐诗}},',
        '  author = {{李白}},',
        '  year = {n.d.},',
        '  edition = {test 电子版},',
        '  langid = {chinese},',
        '  keywords = {唐诗三百首},',
        '  note = {唐},',
        '  howpublished = {test},',
        '  url = {https://example.org/item/p1},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it.each(hostile)('stays one balanced entry with %j', (text) => {
    const entry = toBibtex(hostileEntry(text))
    const bare = entry.replace(/\\[\\{}$&#%_^~]/g, '')
    let depth = 0
    for (const char of bare) {
      if (char === '{') depth++
      if (char === '}') depth--
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
    // Inside of values: no line begins an entry, no control character is left.
    expect(entry.split('\n').filter((line) => line.startsWith('@'))).toHaveLength(1)
    expect(entry).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/u,
    )
    expect(entry.replaceAll(/\\textbackslash\{\}/g, '')).not.toMatch(/\\input/)
  })
})

describe('RIS', () => {
  it('is tags and values between TY and ER', () => {
    expect(toRis(whole).split('\r\n')).toEqual([
      'TY  - CHAP',
      'ID  - p1',
      'TI  - 靜夜思',
      'AU  - 李白',
      'T2  - 全唐诗',
      'ET  - test 电子版',
      'LA  - lzh-Hant',
      'KW  - 唐诗三百首',
      'N1  - 唐',
      'DP  - test',
      'UR  - https://example.org/item/p1',
      'ER  - ',
      '',
    ])
  })

  it.each(hostile)('stays one entry with %j', (text) => {
    const lines = toRis(hostileEntry(text)).split(/\r\n|\r|\n|\u2028|\u2029/)
    expect(lines.at(-1)).toBe('')
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(1)
  })
})

describe('JSON-LD', () => {
  it('describes a work of schema.org with its chapters', () => {
    expect(
      JSON.parse(toJsonLd(cited({ ...analects, contents: analects.contents.slice(0, 2) }))),
    ).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Book',
      '@id': 'https://example.org/item/b1',
      name: '论语',
      author: [{ '@type': 'Person', name: '孔子' }],
      inLanguage: 'lzh-Hant',
      hasPart: [
        { '@type': 'Chapter', position: 1, name: '第1篇', url: 'https://example.org/item/b1?part=1' },
        { position: 2 },
      ],
    })
  })

  it.each([
    [1763, '1763'],
    [5, '0005'],
    [-1, '0000'],
    [-500, '-000499'],
  ])('writes the year %i as %s', (year, text) => {
    expect(
      JSON.parse(toJsonLd(cited({ ...poem, dates: [{ role: 'created', edtf: edtfYear(year) }] })))
        .dateCreated,
    ).toBe(text)
  })

  it.each(hostile)('keeps its text and cannot leave a script element with %j', (text) => {
    const json = toJsonLd(hostileEntry(text))
    expect(json).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(json).name).toBe(text)
  })
})

describe('the titles by which readers of another language know it', () => {
  const known = cited(
    {
      ...poem,
      alternativeTitles: ['夜思'],
      parallelTitles: [
        { title: 'Quiet Night Thought', language: 'en' },
        { title: 'In the Quiet Night', language: 'en', source: 'A book, 1929' },
      ],
    },
    { accessed: null },
  )

  it('have their language in JSON-LD', () => {
    expect(JSON.parse(toJsonLd(known)).alternateName).toEqual([
      '夜思',
      { '@value': 'Quiet Night Thought', '@language': 'en' },
      { '@value': 'In the Quiet Night', '@language': 'en' },
    ])
  })

  it('are parallel titles in MARC', () => {
    expect(toMarcXml(known)).toContain(
      '<datafield tag="246" ind1="3" ind2="1"><subfield code="a">Quiet Night Thought</subfield>',
    )
  })

  it('are notes in RIS, whose translated title would take the place of the title', () => {
    expect(toRis(known)).toContain('N1  - 译名：Quiet Night Thought\r\n')
    expect(toRis(known)).not.toMatch(/^TT/m)
  })

  it('are not those of a chapter', () => {
    const [chapter = null] = analects.contents
    const ofChapter = cited({ ...analects, ...{ parallelTitles: known.record.parallelTitles } }, { chapter })
    expect(toRis(ofChapter) + toMarcXml(ofChapter)).not.toContain('Quiet Night')
  })
})

describe('MARCXML', () => {
  it('has a leader of 24 characters and a field 008 of 40', () => {
    const xml = toMarcXml(whole)
    expect(/<leader>(.*)<\/leader>/.exec(xml)?.[1]).toHaveLength(24)
    expect(/tag="008">(.*)<\/controlfield>/.exec(xml)?.[1]).toMatch(/^261122nuuuuuuuucc .{17}chi d$/)
    expect(xml).toContain('<datafield tag="245" ind1="1" ind2="0"><subfield code="a">靜夜思</subfield>')
    expect(xml).toContain('https://example.org/item/p1')
  })

  it.each(hostile)('is well-formed XML with %j', (text) => {
    const xml = toMarcXml(hostileEntry(text))
    // Nothing but our own tags, and every ampersand begins an entity of ours.
    const tags = new Set([...xml.matchAll(/<\/?([^\s>/?]+)/g)].map(([, name]) => name))
    expect(
      [...tags].filter(
        (name) => name !== '' && !/^(record|leader|controlfield|datafield|subfield)$/.test(name ?? ''),
      ),
    ).toEqual([])
    expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&')
    expect(xml.isWellFormed()).toBe(true)
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  })
})
