// Every kind in every format, judged by programs of others: the facts of a record must come out as they were meant.
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { kindsOf, type RecordContent } from '@shuxiang/record'
import { kinds as archiveKinds } from '@shuxiang/subgraph-archive'
import { archiveFixtures } from '@shuxiang/subgraph-archive/fixtures'
import { formats, type Cited } from '@shuxiang/subgraph-catalogue/export'
import { kindFixtures } from '@shuxiang/subgraph-catalogue/fixtures'
import { catalogueKinds } from '@shuxiang/subgraph-catalogue/kinds'
import { kinds as coursesKinds } from '@shuxiang/subgraph-courses'
import { coursesFixtures } from '@shuxiang/subgraph-courses/fixtures'
import { kinds as governmentKinds } from '@shuxiang/subgraph-government'
import { governmentFixtures } from '@shuxiang/subgraph-government/fixtures'
import { entryOf, facets, kinds as entries, roles } from '@shuxiang/vocabulary'
import jsonld from 'jsonld'
import { Marc } from 'marcjs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cslProblem } from './csl-data.ts'
import { containers, factsOf, own } from './kind-facts.ts'
import { documentLoader } from './readers.ts'

const kinds = kindsOf([...catalogueKinds, ...governmentKinds, ...coursesKinds, ...archiveKinds], facets)
const fixtures = [...kindFixtures, ...governmentFixtures, ...coursesFixtures, ...archiveFixtures].map(
  ({ record }) => record,
)
const origin = 'https://example.org'

function cited(record: RecordContent): Cited {
  const updatedAt = new Date('2026-11-22T10:20:30Z')
  const kind = kinds.of(record.kind)
  return { record: { ...record, updatedAt }, kind, chapter: null, origin, accessed: '2026-11-26' }
}

const names = z.array(z.object({ family: z.string().optional(), literal: z.string().optional() })).optional()
const item = z.looseObject({
  type: z.string(),
  title: z.string(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  ISBN: z.string().optional(),
  ISSN: z.string().optional(),
  volume: z.coerce.string().optional(),
  number: z.coerce.string().optional(),
  // Without a year BibTeX says n.d., which readers keep as it is.
  issued: z.object({ 'date-parts': z.array(z.array(z.coerce.number())).optional() }).optional(),
  author: names,
  editor: names,
  translator: names,
  URL: z.string(),
})
const chain = (text: string) => z.tuple([item]).parse(plugins.input.chain(text))[0]
const yearOf = ({ issued }: z.infer<typeof item>) => issued?.['date-parts']?.[0]?.[0]
const plainNames = (list: z.infer<typeof names>) =>
  (list ?? []).map(({ family, literal }) => family ?? literal)

/** Texts that try to leave the format they are written into. */
const hostile = [
  '</script><b>&lt;]]>"\'<!--',
  'line\r\nER  - \r\nTY  - BOOK\u2028\u2029',
  '}\n@book{x, title={y}} {{{ % @ # $x$ \\input{/etc/passwd} ~ ^ _',
  'nul\u0000 bell\u0007 lone \ud800 \udc00 bidi \u202eevil\u2066 𠀀𪚥 and ',
]

it('there is a fixture of every kind', () => {
  expect(fixtures.map(({ kind }) => kind).toSorted()).toEqual(entries.map(({ id }) => id).toSorted())
})

describe.each(fixtures.map((record) => [record.kind, record] as const))('%s', (kind, record) => {
  const entry = cited(record)
  const facts = factsOf(record)

  it('as BibTeX, by citation-js', () => {
    const read = chain(formats.BIBTEX(entry))
    expect(read).toMatchObject({ title: record.title, URL: facts.url })
    expect(read.type).not.toMatch(/article/)
    expect(plainNames(read.author)).toEqual(facts.authors)
    expect(plainNames(read.editor)).toEqual(facts.editors)
    expect(plainNames(read.translator)).toEqual(facts.translators)
    // Where nobody published it, readers take who has it (howpublished).
    expect(read.publisher).toBe(facts.publisher ?? record.source.name)
    expect(yearOf(read)).toBe(facts.year)
    expect(read['container-title']).toBe(containers[kind])
    expect(read.ISBN).toBe(facts.isbn)
    expect(read.ISSN).toBe(facts.issn)
  })

  it('as BibTeX, by the parser of Better BibTeX', () => {
    const { entries: read, errors } = parseBibtex(formats.BIBTEX(entry))
    expect(errors).toEqual([])
    expect(read).toHaveLength(1)
    expect(read[0]?.fields.title).toBe(record.title)
    expect((read[0]?.fields.author ?? []).map(({ name }) => name)).toEqual(facts.authors)
  })

  it('as RIS, by citation-js', () => {
    const read = chain(formats.RIS(entry))
    expect(read).toMatchObject({ title: record.title, URL: facts.url })
    expect(read.type).not.toMatch(/article/)
    expect(plainNames(read.author)).toEqual(facts.authors)
    expect(read.publisher).toBe(facts.publisher)
    expect(yearOf(read)).toBe(facts.year)
  })

  it('as CSL-JSON, by its schema and by citation-js', () => {
    const text = formats.CSLJSON(entry)
    expect(cslProblem(JSON.parse(text))).toBeNull()
    const read = chain(text)
    const { csl, within } = kinds.of(kind).manner
    expect(read).toMatchObject({ type: within?.csl ?? csl, title: record.title, URL: facts.url })
    expect(read['container-title']).toBe(containers[kind])
    expect(read.publisher).toBe(facts.publisher)
    expect(plainNames(read.translator)).toEqual(facts.translators)
    expect(yearOf(read)).toBe(facts.year)
  })

  it('as JSON-LD, by jsonld.js', async () => {
    const [node, ...more] = await jsonld.expand(JSON.parse(formats.JSONLD(entry)), { documentLoader })
    expect(more).toEqual([])
    expect(node).toMatchObject({
      '@id': facts.url,
      '@type': [`https://schema.org/${kinds.of(kind).entry.schemaOrg}`],
      'https://schema.org/name': [{ '@value': record.title }],
    })
    const text = JSON.stringify(node)
    for (const { name } of record.agents) expect(text).toContain(name)
    for (const { value } of record.identifiers) expect(text).toContain(value)
    if (containers[kind]) expect(text).toContain(containers[kind])
    for (const fact of own[kind]?.schemaOrg ?? []) expect(text).toContain(fact)
  })

  it('as MARCXML, by marcjs', () => {
    const { leader, fields } = Marc.parse(formats.MARCXML(entry), 'marcxml')
    const { type, level } = kinds.of(kind).manner.marc
    expect(leader).toHaveLength(24)
    expect(leader.slice(6, 8)).toBe(`${type}${level}`)
    const value = (tag: string, code: string) => {
      const found = fields.filter(([of]) => of === tag).map(([, , ...rest]) => rest)
      return found.flatMap((rest) =>
        rest.flatMap((each, i) => (i % 2 === 0 && each === code ? [rest[i + 1]] : [])),
      )
    }
    const heading = { person: '100', organisation: '110' }[kind] ?? '245'
    expect(value(heading, 'a')).toEqual([record.title])
    expect(value('001', 'a')).toEqual([])
    expect(fields.find(([tag]) => tag === '001')?.[1]).toBe(record.id)
    expect(fields.find(([tag]) => tag === '008')?.[1]).toHaveLength(40)
    expect(value('856', 'u')).toContain(facts.url)
    const headings = ['100', '110', '700', '710'].flatMap((tag) => value(tag, 'a'))
    for (const { name, role } of record.agents)
      expect(role === 'publisher' ? value('264', 'b') : headings).toContain(name)
    const codes = ['100', '110', '700', '710'].flatMap((tag) => value(tag, '4'))
    for (const { role } of record.agents)
      if (role !== 'publisher') expect(codes).toContain(entryOf(roles, role)?.marc)
    for (const [tag, code, fact] of own[kind]?.marc ?? []) expect(value(tag, code)).toContain(fact)
  })

  it('in the four styles', () => {
    for (const style of ['GBT7714', 'APA', 'MLA', 'CHICAGO'] as const) {
      const reference = formats[style](entry)
      for (const fact of [record.title, containers[kind] ?? '', facts.publisher ?? ''])
        expect(reference).toContain(fact)
      for (const name of [...facts.authors, ...facts.editors]) expect(reference).toContain(name)
      if (facts.year !== undefined) expect(reference).toContain(String(Math.abs(facts.year)))
      expect(reference).not.toMatch(/undefined|null|\n|, ,|\. \.|\(\)/)
    }
    expect(formats.GBT7714(entry)).toContain(`[${kinds.of(kind).manner.gbt}/OL]`)
    expect(formats.GBT7714(entry)).toContain('[2026-11-26]')
  })

  it.each(hostile)('stays one entry of each format with %j in every text', (text) => {
    const bad = cited(filled(record, text))
    const { entries: bibtex, errors } = parseBibtex(formats.BIBTEX(bad))
    expect([bibtex.length, errors]).toEqual([1, []])
    const ris = formats.RIS(bad).split(/\r\n|\r|\n|\u2028|\u2029/)
    expect(ris.pop()).toBe('')
    for (const line of ris) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    expect(ris.filter((line) => /^(TY|ER)/.test(line))).toHaveLength(2)
    expect(cslProblem(JSON.parse(formats.CSLJSON(bad)))).toBeNull()
    expect(formats.JSONLD(bad)).not.toMatch(/[<>&\u2028\u2029]/)
    expect(() => JSON.parse(formats.JSONLD(bad))).not.toThrow()
    const xml = formats.MARCXML(bad)
    expect(xml.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toMatch(
      /&|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
    )
    expect(new Set([...xml.matchAll(/<\/?([a-zA-Z]+)/g)].map(([, tag]) => tag))).toEqual(
      new Set(['record', 'leader', 'controlfield', 'datafield', 'subfield']),
    )
    expect(Marc.parse(xml, 'marcxml').leader).toHaveLength(24)
    for (const style of ['GBT7714', 'APA', 'MLA', 'CHICAGO'] as const)
      expect(formats[style](bad)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
  })
})

/** Every free text of a record is the given one, and of its details those that the kind takes as free text. */
function filled(record: RecordContent, text: string): RecordContent {
  const details = Object.fromEntries(
    Object.entries(record.details).map(([name, value]) => {
      const worse = typeof value === 'string' ? text : Array.isArray(value) ? [text] : value
      const problem = kinds.of(record.kind).problem({ ...record.details, [name]: worse })
      return [name, problem === null ? worse : value]
    }),
  )
  return {
    ...record,
    title: text,
    alternativeTitles: [text],
    parallelTitles: [{ title: text, language: 'en', source: text }],
    agents: roles.map(({ id }) => ({ name: text, role: id, agentId: null, type: 'organisation' })),
    period: { id: 'tang', label: text },
    collection: record.kind === 'poem' ? { id: 'c1', label: text } : null,
    identifiers: ['isbn', 'issn', 'doi', text].map((scheme) => ({ scheme, value: text })),
    subjects: [{ label: text, scheme: text, code: text }],
    places: [{ label: text, code: text }],
    form: text,
    abstract: text,
    rights: { label: text, statement: null },
    source: { ...record.source, name: text, licence: text },
    contents: [{ n: 1, title: text }],
    details,
  }
}
