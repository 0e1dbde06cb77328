/** The page as a translator goes through it: text by text, source beside translation, and what is left. Pure. */
import { pageTexts, type PageText } from '@shuxiang/site-blocks'
import {
  outdatedAfter,
  outdatedAt,
  translationState,
  type Json,
  type Op,
  type Outdated,
  type PageDoc,
  type TranslationState,
} from '@shuxiang/site-model'
import { put } from '../fields/put.ts'

export interface Row extends PageText {
  /** In words of the page: the same for as long as the text is at its place. */
  readonly key: string
  readonly state: TranslationState
  /** Where the translation is out of date. */
  readonly mark: Outdated | undefined
}

/** Somebody has still to do something. */
export const isLeft = ({ state, locked }: Row): boolean =>
  !locked && (state === 'missing' || state === 'outdated')

/** Marks with what was changed since the page was stored: what is written counts at once. */
export function marksNow(
  known: readonly Outdated[],
  { stored, doc, rev }: { readonly stored: PageDoc; readonly doc: PageDoc; readonly rev: number },
  source: string,
): readonly Outdated[] {
  if (stored === doc) return known
  const after = pageTexts(doc)
  return outdatedAfter(known, { before: pageTexts(stored), after, seen: after, source, rev: rev + 1 })
}

export function rowsOf(
  doc: PageDoc,
  marks: readonly Outdated[],
  of: { readonly source: string; readonly language: string },
): readonly Row[] {
  const markAt = outdatedAt(marks.filter(({ source }) => source === of.source))
  return pageTexts(doc).flatMap((text) => {
    const mark = markAt({ ...text, language: of.language })
    const state = translationState(text, of, mark)
    if (state === null) return []
    const key = [text.block ?? 'page', ...text.path].join('.')
    return [{ ...text, key, state, mark: state === 'outdated' ? mark : undefined }]
  })
}

/** Rows that stand one below the other and belong to one block. */
export interface Group {
  readonly key: string
  readonly block: string | null
  readonly rows: readonly Row[]
}
export function groupsOf(rows: readonly Row[]): readonly Group[] {
  const groups: { key: string; block: string | null; rows: Row[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.block === row.block) last.rows.push(row)
    else groups.push({ key: row.key, block: row.block, rows: [row] })
  }
  return groups
}

/** The next row with something to do behind a place, else the first of them; null where nothing is left. */
export function nextLeft(rows: readonly Row[], from: string | null, by: 1 | -1): Row | null {
  const at = rows.findIndex(({ key }) => key === from)
  const turned = [...rows.slice(at + 1), ...rows.slice(0, at + 1)]
  // From before the first one backwards leads to the last.
  const ordered = by === 1 ? turned : (at < 0 ? rows : [...rows.slice(at), ...rows.slice(0, at)]).toReversed()
  return ordered.find((row) => isLeft(row) && row.key !== from) ?? ordered.find(isLeft) ?? null
}

/** What a control of the text says, as an edit; null where the text is not there any more. */
export function rowEdit(
  doc: PageDoc,
  { block, path }: Pick<Row, 'block' | 'path'>,
  sub: readonly string[],
  value: Json | undefined,
): Op | null {
  const [, name = '', ...rest] = path
  const given = value === undefined ? {} : { value }
  if (block === null) return { op: 'setMeta', path: [name, ...rest, ...sub], ...given }
  const whole = doc.blocks[block]?.fields[name]
  const at = rest.findIndex((step) => /^\d+$/.test(step))
  if (at < 0) return { op: 'setField', id: block, path: [name, ...rest, ...sub], ...given }
  // An item of a list has no name of its own: the list is set.
  const next = whole === undefined ? undefined : putIn(whole, [...rest, ...sub], value)
  return next === undefined ? null : { op: 'setField', id: block, path: [name], value: next }
}

function putIn(value: Json, path: readonly string[], set: Json | undefined): Json {
  const [step = '', ...rest] = path
  if (Array.isArray(value))
    return value.map((one, n) => (String(n) === step && rest.length > 0 ? putIn(one, rest, set) : one))
  if (typeof value !== 'object' || value === null) return value
  const inner = value[step]
  if (rest.length === 0 || inner === undefined) return put(value, path, set)
  return { ...value, [step]: putIn(inner, rest, set) }
}

/** What can be read of a text, line by line. */
export function plainOf(text: Json | undefined): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'object' || text === null) return ''
  if (Array.isArray(text))
    return text
      .map(plainOf)
      .filter((line) => line !== '')
      .join('\n')
  if ('runs' in text && Array.isArray(text['runs'])) return runsOf(text['runs'])
  if ('items' in text && Array.isArray(text['items']))
    return text['items'].map((item) => runsOf(Array.isArray(item) ? item : [])).join('\n')
  return plainOf(text['text'])
}
const runsOf = (runs: readonly Json[]): string => runs.map(plainOf).join('')
