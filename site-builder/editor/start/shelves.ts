/** Shelves to begin with: what a library's readers can use, most first, and how they come onto the home page. Pure. */
import { blockType, type Pool, type Resources } from '@shuxiang/site-blocks'
import { canonicalJson, type Block, type Json, type Op, type PageDoc } from '@shuxiang/site-model'
import { kinds, type Words } from '@shuxiang/vocabulary'
import { isNewBlockId } from '../draft/new-id.ts'
import { inserted } from '../draft/presses.ts'

export type ShelfSource = Extract<Resources, { from: 'query' }>

/** What a shelf is called, as a key of the messages with what it names; the words of a kind are the vocabulary's. */
export interface ShelfProposal {
  readonly key: string
  readonly title: Words
  readonly source: ShelfSource
}

/** How a shelf is called in both languages. */
export interface ShelfWords {
  readonly own: Words
  readonly popular: Words
  readonly newest: Words
  /** `label`: of the data, such as 唐, Tang. */
  period(label: Words): Words
}

/** On one shelf, as templates have it. */
const first = 12
/** Fewer than this look like a shelf that somebody emptied. */
const fewest = 4
/** Offered, of which the first three are chosen. */
const most = 6
const chosen = 3

const source = (name: string | null, value: string, sort: ShelfSource['sort'] = 'POPULAR'): ShelfSource => ({
  from: 'query',
  query: '',
  filter: name === null ? [] : [{ name, anyOf: [value] }],
  sort,
  first,
})

/** What the library itself holds. */
export function ownSource(library: string): ShelfSource {
  return source('library', library)
}

/**
 * `own`: how many records the library itself holds. Its own first, then what is read most, then kinds and periods in turn,
 * the fullest first, then the newest.
 */
export function proposeShelves(
  pool: Pool,
  { library, own, words }: { readonly library: string; readonly own: number; readonly words: ShelfWords },
): readonly ShelfProposal[] {
  if (pool.total === 0) return []
  const full = [...pool.kinds].filter(({ count }) => count >= fewest).sort((a, b) => b.count - a.count)
  const ofKinds = full.flatMap(({ value }): ShelfProposal[] => {
    const kind = kinds.find(({ id }) => id === value)
    return kind ? [{ key: `kind ${value}`, title: kind.plural, source: source('kind', value) }] : []
  })
  const ofPeriods = [...pool.periods]
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.count - a.count)
    .map(({ value, label, english }) => ({
      key: `period ${value}`,
      title: words.period({ 'zh-CN': label, en: english }),
      source: source('period', value),
    }))
  const inTurn = ofPeriods.flatMap((period, n) => [period, ...(ofKinds[n] ? [ofKinds[n]] : [])])
  return [
    ...(own >= fewest ? [{ key: 'own', title: words.own, source: ownSource(library) }] : []),
    { key: 'popular', title: words.popular, source: source(null, '') },
    ...inTurn,
    ...ofKinds.slice(ofPeriods.length),
    { key: 'newest', title: words.newest, source: source(null, '', 'NEWEST') },
  ].slice(0, most)
}

const isShelf = ({ type }: Block): boolean => type === 'resource-shelf'
/** How many stand on a shelf, and how they are shown, makes it no other shelf. */
const told = (value: Json | undefined): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ''
  const { first: _first, ...rest } = value
  return canonicalJson(rest)
}

const likeOf = ({ source: wanted }: ShelfProposal): string => told(JSON.parse(JSON.stringify(wanted)))

/** Whether the same records stand on a shelf of the page already. */
export function isThere(doc: PageDoc, proposal: ShelfProposal): boolean {
  const like = likeOf(proposal)
  return Object.values(doc.blocks).some((block) => isShelf(block) && told(block.fields['source']) === like)
}

/** What readers come for first stands above shelves. */
const above = new Set(['opening-hours', 'announcements', 'events'])
/** Of a page's blocks, those that may be its opening. */
const opening = 4

const holds = (doc: PageDoc, id: string): boolean => {
  const block = doc.blocks[id]
  if (!block) return false
  return above.has(block.type) || Object.values(block.slots).some((ids) => ids.some((one) => holds(doc, one)))
}

/** Behind the first block of the page, and behind hours and notices where those stand near its top. */
function placeOf(doc: PageDoc): number {
  const last = doc.root.slice(0, opening).findLastIndex((id) => holds(doc, id))
  return Math.min(doc.root.length, Math.max(1, last + 1))
}

/** Those that are chosen before anybody has; fewer where some were put there already. */
export function chosenAtFirst(doc: PageDoc, offered: readonly ShelfProposal[]): readonly ShelfProposal[] {
  // Shelves that the template has there have names of its own.
  const isPut = (id: string): boolean => {
    const block = doc.blocks[id]
    if (!block || !isShelf(block) || !isNewBlockId(id)) return false
    return offered.some((one) => likeOf(one) === told(block.fields['source']))
  }
  const place = placeOf(doc)
  const behind = doc.root.slice(place).findIndex((id) => !isPut(id))
  const put = behind < 0 ? Math.max(0, doc.root.length - place) : behind
  return offered.filter((one) => !isThere(doc, one)).slice(0, Math.max(0, chosen - put))
}

/** Puts shelves behind the opening of the page, in their order; one that is there is not put there twice. */
export function shelvesAdded(doc: PageDoc, wanted: readonly ShelfProposal[]): readonly Op[] {
  const type = blockType('resource-shelf')
  if (!type) return []
  const behind = placeOf(doc)
  return wanted
    .filter((one) => !isThere(doc, one))
    .map(
      ({ title, source: records }, n) =>
        inserted(
          type,
          { parent: null, slot: 'root', index: behind + n },
          JSON.parse(JSON.stringify({ title, source: records })),
        ).op,
    )
}
