// Three thousand libraries: one record that each holds, one that only it holds, works that are open to all.
import type { RecordInput } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'

export const libraries = Array.from({ length: 3_000 }, (_, n) => `lib${n}`)
/** A library with more collections than a facet lists. */
export const collector = 'libmany'
export const collectorsWorks = 130

const held = (...of: readonly string[]): RecordInput['holdings'] =>
  of.map((libraryId) => ({
    libraryId,
    libraryName: `馆${libraryId}`,
    regions: ['r33'],
    access: 'shelf',
    demonstration: true,
  }))

const editor = { name: '编者', role: 'author', agentId: 'aeditor', type: 'person' } as const
const source = { name: 'test', url: 'https://example.org/', licence: 'MIT' }
const verse = (text: string): RecordInput['texts'] => [
  { n: 0, title: null, paragraphs: [{ text, kind: 'verse' }] },
]

/** Held by all by name, by no scope of its own. */
const shared: RecordInput = {
  record: recordWith({
    id: 'pshared',
    kind: 'poem',
    title: '共有方志',
    agents: [editor],
    source,
    scopes: [],
    prior: 1,
    collection: { id: 'cshared', label: '共有丛书' },
    relations: [
      { role: 'about', recordId: ownId(7) },
      { role: 'about', recordId: 'popen' },
    ],
  }),
  texts: verse('天下郡国，各有其志，藏于诸馆，以待读者。'),
  files: [],
  holdings: held(...libraries),
}

/** Open to the nation, and a whole of which each library has a member of its own. */
const open: RecordInput = {
  record: recordWith({
    id: 'popen',
    kind: 'poem',
    title: '天下舆图',
    agents: [editor],
    source,
    prior: 2,
    collection: { id: 'copen', label: '天下丛书' },
    relations: [{ role: 'about', recordId: ownId(9) }],
  }),
  texts: verse('九州之大，四海之广，尽在此图，一览无余。'),
  files: [],
  holdings: [],
}

export function ownId(n: number): string {
  return `bown${n}`
}

/** A book in chapters, only of the n-th library, in a collection of its own. */
const own = (n: number): RecordInput => ({
  record: recordWith({
    id: ownId(n),
    kind: 'book',
    title: `馆藏孤本${n}号`,
    agents: [editor],
    source,
    scopes: [],
    // The later its number, the less known: an author's list begins with those of the others.
    prior: 10_000 - n,
    collection: { id: `cown${n}`, label: `丛书${n}` },
    contents: [{ n: 1, title: `卷${n}` }],
    relations: [{ role: 'partOf', recordId: 'popen', position: n + 1 }],
    formerIds: [`bformer${n}`],
  }),
  texts: [{ n: 1, title: `卷${n}`, paragraphs: [{ text: `第${n}馆所藏之卷，概不外借。`, kind: 'prose' }] }],
  files: [],
  holdings: held(libraries[n] ?? ''),
})

const collected = (n: number): RecordInput => ({
  record: recordWith({
    id: `pmany${n}`,
    kind: 'poem',
    title: `杂咏${n}`,
    source,
    scopes: [collector],
    collection: { id: `cmany${n}`, label: `杂集${n}` },
  }),
  texts: verse('短'),
  files: [],
  holdings: [],
})

export const works: readonly RecordInput[] = [
  shared,
  open,
  ...libraries.map((_, n) => own(n)),
  ...Array.from({ length: collectorsWorks }, (_, n) => collected(n)),
]

/** Every collection that a work stands in. */
export const collections = [
  ...new Map(
    works.flatMap(({ record: { collection } }) =>
      collection ? [[collection.id, collection.label] as const] : [],
    ),
  ),
].map(([id, name], order) => ({ id, name, description: null, order }))
