// Exports of the real collection, judged by programs of others: citation-js, Better BibTeX's parser, marcjs, jsonld.js.
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { parse as parseBibtex } from '@retorquere/bibtex-parser'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { kindsOf, type RecordInput } from '@shuxiang/record'
import { createCatalogue } from '@shuxiang/subgraph-catalogue'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { catalogueKinds } from '@shuxiang/subgraph-catalogue/kinds'
import { catalogue } from '@shuxiang/subgraph-catalogue/module'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { testContext } from '@shuxiang/subgraph-kit/testing'
import { demonstrationLibraries, divisions } from '@shuxiang/subgraph-sites'
import { facets } from '@shuxiang/vocabulary'
import jsonld from 'jsonld'
import { Marc } from 'marcjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { putsOf } from '../puts.ts'
import { chinesePoetry, firstPart } from '../sources/chinese-poetry/index.ts'
import { documentLoader } from './readers.ts'

const wanted = 300
const books = 20
const now = new Date('2026-11-22T00:00:00Z')
const origin = 'https://example.org'
const inputs: RecordInput[] = []
const kinds = kindsOf(catalogueKinds, facets)
let store: TestStore

/** The same numbers every time (mulberry32), so that a failure can be seen again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

beforeAll(async () => {
  const random = numbers(9)
  const places = new Set<number>()
  while (places.size < wanted) places.add(Math.floor(random() * firstPart))
  let place = 0
  let chaptered = 0
  const source = chinesePoetry(demonstrationLibraries(divisions()))
  for await (const entry of putsOf(source, 'first', new AbortController().signal)) {
    const { input } = entry.make()
    // Works in chapters are few: some are taken whatever the dice say.
    const isBook = input.texts.length > 1 && chaptered < books
    if (isBook) chaptered++
    if (isBook || places.has(place)) inputs.push(input)
    place++
  }
  store = await openTestStore()
  const db = store.db('exports')
  await prepareStore({ db, now: () => now }, [catalogue])
  await upsertMany(db, kinds, inputs, now)
})
afterAll(() => store.close())

const formats = ['BIBTEX', 'RIS', 'JSONLD', 'MARCXML', 'GBT7714', 'APA', 'MLA', 'CHICAGO'] as const
type Exports = Record<(typeof formats)[number], string>
const answer = z.object({ record: z.record(z.enum(formats), z.string()) })
const search = {
  query: () => Promise.reject(new Error('nothing is searched here')),
  suggest: () => Promise.reject(new Error('nothing is suggested here')),
  highlight: () => [],
  reading: () => null,
}
const execute = createExecutor(createCatalogue({ search, kinds, isLibrary: async () => true, origin }))

async function exported(id: string, chapter: number | null): Promise<Exports> {
  const fields = formats.map(
    (format) => `${format}: export(format: ${format}, chapter: $chapter, accessed: "2026-11-26")`,
  )
  const query = `query($id: ID!, $chapter: Int) { record(id: $id) { ${fields.join(' ')} } }`
  const { data, errors } = await execute(query, { id, chapter }, testContext(store.db('exports')))
  expect(errors).toBeUndefined()
  return answer.parse(data).record
}

const csl = z.array(
  z.looseObject({
    type: z.string(),
    title: z.string(),
    'container-title': z.string().optional(),
    author: z.array(z.object({ family: z.string() })).optional(),
    editor: z.array(z.object({ family: z.string() })).optional(),
    translator: z.array(z.object({ family: z.string() })).optional(),
    URL: z.string(),
  }),
)
const chain = (text: string) => csl.parse(plugins.input.chain(text))
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
interface Facts {
  readonly title: string
  readonly container: string | undefined
  readonly authors: readonly string[]
  readonly editors: readonly string[]
  readonly url: string
}

function factsOf({ record, texts }: RecordInput, n: number | null): Facts {
  const named = (...roles: string[]) =>
    record.agents.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
  const chapter = n === null ? undefined : texts.find((each) => each.n === n)
  return {
    title: plain(chapter?.title ?? record.title),
    container: chapter ? plain(record.title) : record.kind === 'poem' ? record.collection?.label : undefined,
    // Beside an author, those to whom only another text attributes the work are no authors of it.
    authors: named('author').length > 0 ? named('author') : named('attributed'),
    editors: named('editor'),
    url: `${origin}/item/${record.id}${n === null ? '' : `?part=${n}`}`,
  }
}

const judges: Readonly<Record<string, (exports: Exports, facts: Facts) => void | Promise<void>>> = {
  'citation-js on BibTeX': ({ BIBTEX }, facts) => {
    const [entry, ...more] = chain(BIBTEX)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ title: facts.title, URL: facts.url })
    expect(entry?.type).not.toMatch(/article/)
    expect(entry?.['container-title']).toBe(facts.container)
    expect((entry?.author ?? []).map(({ family }) => family)).toEqual(facts.authors)
    expect((entry?.editor ?? []).map(({ family }) => family)).toEqual(facts.editors)
  },
  'Better BibTeX’s parser on BibTeX': ({ BIBTEX }, facts) => {
    const { entries, errors } = parseBibtex(BIBTEX)
    expect(errors).toEqual([])
    expect(entries).toHaveLength(1)
    expect(plain(entries[0]?.fields.title ?? '')).toBe(facts.title)
    expect((entries[0]?.fields.author ?? []).map(({ name }) => name)).toEqual(facts.authors)
  },
  'citation-js on RIS': ({ RIS }, facts) => {
    const [entry, ...more] = chain(RIS)
    expect(more).toEqual([])
    expect(entry).toMatchObject({ title: facts.title, URL: facts.url })
    expect(entry?.type).not.toMatch(/article/)
    expect(entry?.['container-title']).toBe(facts.container)
    expect((entry?.author ?? []).map(({ family }) => family)).toEqual(facts.authors)
    expect((entry?.editor ?? []).map(({ family }) => family)).toEqual(
      expect.arrayContaining([...facts.editors]),
    )
  },
  'jsonld.js on JSON-LD': async ({ JSONLD }, facts) => {
    const [node, ...more] = await jsonld.expand(JSON.parse(JSONLD), { documentLoader })
    expect(more).toEqual([])
    expect(node).toMatchObject({
      '@id': facts.url,
      'https://schema.org/name': [{ '@value': expect.stringContaining(facts.title.slice(0, 5)) }],
    })
  },
  'marcjs on MARCXML': ({ MARCXML }, facts) => {
    const { leader, fields } = Marc.parse(MARCXML, 'marcxml')
    expect(leader).toHaveLength(24)
    expect(fields.find(([tag]) => tag === '245')?.[3]).toBe(facts.title)
    expect(fields.find(([tag]) => tag === '856')?.[3]).toBe(facts.url)
  },
  'the four styles': ({ GBT7714, APA, MLA, CHICAGO }, facts) => {
    for (const reference of [GBT7714, APA, MLA, CHICAGO]) {
      for (const fact of [facts.title, facts.container ?? '']) expect(reference).toContain(fact)
      expect(reference).not.toMatch(/undefined|null|\n|, ,|\. \./)
    }
    expect(GBT7714).toMatch(/\[M\/OL\].*\[2026-11-26\]/)
  },
}

it('every export of 300 records by chance, and chapters of 20 works, are read by others as they were meant', async () => {
  const counts = new Map<string, number>()
  const failed: string[] = []
  let chapters = 0
  for (const input of inputs) {
    const middle = input.record.contents[Math.floor(input.texts.length / 2)]?.n
    for (const chapter of middle === undefined ? [null] : [null, middle]) {
      const exports = await exported(input.record.id, chapter)
      if (chapter !== null) chapters++
      for (const [judge, read] of Object.entries(judges)) {
        try {
          await read(exports, factsOf(input, chapter))
          counts.set(judge, (counts.get(judge) ?? 0) + 1)
        } catch (error) {
          failed.push(`${judge}, ${input.record.id} ${chapter ?? ''}: ${String(error).slice(0, 300)}`)
        }
      }
    }
  }
  const told = [...counts].map(([judge, count]) => `${judge} ${count}`).join(', ')
  console.log(`${inputs.length} records and ${chapters} chapters read by: ${told}; failed ${failed.length}`)
  expect(failed).toEqual([])
  expect(inputs.length).toBeGreaterThanOrEqual(wanted)
})
