// The bibliographic facts of what is cited, the same for every format and style.
import {
  dateOf,
  statedDate,
  type ItemTypes,
  type KindDetailsExport,
  type RecordContent,
  type StatedDate,
} from '@shuxiang/record'
import { leading, makers, type RoleId } from '@shuxiang/vocabulary'
import { addressOf, type Cited } from './cited.ts'

/** A chapter of any work is told as a part of a book. */
const chapterTypes: ItemTypes = { csl: 'chapter', bibtex: 'inbook', ris: 'CHAP' }
/** Roles that a reference names at places of their own. */
const placed: readonly RoleId[] = ['editor', 'translator', 'commentator', 'publisher']
/** Authors, whatever they are called; who stands first in a reference. */
const authorRoles: readonly RoleId[] = [
  'author',
  'attributed',
  'lecturer',
  'artist',
  'photographer',
  'issuer',
]

/** People that did one thing. */
export interface Did {
  readonly role: RoleId
  readonly names: readonly string[]
}

export interface Work {
  /** Stays the same for ever: the record's id, with the number of the chapter. */
  readonly key: string
  readonly title: string
  /** What it is a part of: the work of a chapter, the collection of a poem, the periodical of an issue. */
  readonly container: string | null
  /** The series that it belongs to. */
  readonly series: string | null
  readonly chapter: number | null
  /** Names by role; nobody is in two. */
  readonly people: Readonly<Record<'attributed' | 'editor' | 'translator' | 'commentator', readonly string[]>>
  /** Authors in their order; those to whom it is only attributed where nobody else is known. */
  readonly authors: readonly string[]
  /** Who made a work that has neither author nor editor: a director, an organiser. */
  readonly maker: Did | null
  /** What all the others did. */
  readonly others: readonly Did[]
  readonly publisher: string | null
  readonly place: string | null
  /** When this was published, captured, held; null when only its creation is known, or nothing. Agents have neither. */
  readonly issued: StatedDate | null
  readonly created: StatedDate | null
  /** Year of publication, else of creation; negative before our era. */
  readonly year: number | null
  readonly period: string | null
  /** Edition as it is printed; null when it has none. */
  readonly edition: string | null
  /** Who made the electronic edition, where nobody published another. */
  readonly digitised: string | null
  /** Variables of CSL that the kind gives for the whole work. */
  readonly variables: Readonly<Record<string, string>>
  readonly url: string | null
  readonly types: ItemTypes
  /** Document type of GB/T 7714. */
  readonly gbt: string
  /** What the kind gives beside, of the whole work. */
  readonly details: KindDetailsExport
}

export function workOf(cited: Cited): Work {
  const { record, kind, chapter } = cited
  const details = kind.exports(record)
  const variables = details.csl ?? {}
  const main = [...leading(record.agents)]
  const names = (...roles: RoleId[]): string[] => namesOf({ agents: main }, roles)
  const collection = record.collection?.label ?? null
  const container = variables['container-title'] ?? null
  const authors = names(...authorRoles)
  const editors = names('editor')
  const did = rolesOf(record).map((role): Did => ({ role, names: names(role) }))
  const maker =
    authors.length > 0 || editors.length > 0 ? null : (did.find(({ role }) => makers.includes(role)) ?? null)
  const publisher = names('publisher').join('，') || null
  const [issued, created] = datesOf(cited)
  const dated = issued ?? created
  return {
    key: chapter ? `${record.id}-${chapter.n}` : record.id,
    title: chapter?.title ?? record.title,
    container: chapter ? record.title : container,
    series:
      variables['collection-title'] ?? (chapter === null && container === collection ? null : collection),
    chapter: chapter?.n ?? null,
    people: {
      attributed: namesOf(record, ['attributed']),
      editor: editors,
      translator: names('translator'),
      commentator: names('commentator'),
    },
    authors,
    maker,
    others: did.filter(({ role }) => role !== maker?.role),
    publisher,
    place: variables['publisher-place'] ?? null,
    issued,
    created,
    year: (dated?.from ?? dated?.to)?.year ?? null,
    period: record.period?.label ?? null,
    edition: variables.edition ?? null,
    digitised:
      kind.manner.describes === 'work' && variables.edition === undefined && publisher === null
        ? record.source.name
        : null,
    variables: chapter ? {} : variables,
    url: addressOf(cited),
    types: chapter ? chapterTypes : ((container === null ? undefined : kind.manner.within) ?? kind.manner),
    gbt: kind.manner.gbt,
    details: chapter ? {} : details,
  }
}

function namesOf(
  { agents }: { readonly agents: RecordContent['agents'] },
  roles: readonly RoleId[],
): string[] {
  return agents.filter(({ role }) => roles.includes(role)).map(({ name }) => name)
}

/** Roles with no place of their own in a reference, in the order in which the record names them. */
function rolesOf({ agents }: RecordContent): RoleId[] {
  const roles = new Set(agents.map(({ role }) => role))
  return [...roles].filter((role) => !placed.includes(role) && !authorRoles.includes(role))
}

/** The kind says which of its dates stands for it; creation is told apart from publication. */
function datesOf({ record, kind }: Cited): readonly [issued: StatedDate | null, created: StatedDate | null] {
  // Birth and foundation are no dates of the page that is cited.
  if (kind.manner.describes === 'person' || kind.manner.describes === 'organisation') return [null, null]
  const issued = kind.dated.find((role) => role !== 'created' && dateOf(record, role) !== undefined)
  const read = (edtf: string | undefined): StatedDate | null => (edtf === undefined ? null : statedDate(edtf))
  return [issued === undefined ? null : read(dateOf(record, issued)), read(dateOf(record, 'created'))]
}

/** The edition as Chinese formats print it. */
export function chineseEdition({ edition, digitised }: Work): string {
  return edition ?? (digitised === null ? '' : `${digitised} 电子版`)
}

/** A date of which month and day are known, YYYY-MM-DD; null for one that is a span or less exact. */
export function dayIn(date: StatedDate | null): string | null {
  if (date === null || date.circa || date.from === null || date.from !== date.to) return null
  const { year, month, day } = date.from
  if (year < 1 || month === null || day === null) return null
  return [String(year).padStart(4, '0'), pair(month), pair(day)].join('-')
}

function pair(number: number): string {
  return String(number).padStart(2, '0')
}
