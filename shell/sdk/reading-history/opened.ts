/** What was read on a device, as plain data. Whatever stands in the storage is checked here before anybody sees it. */

/** A text that a reader stayed with, and how far they came. One for each record: of a work its last chapter. */
export interface Opened {
  readonly recordId: string
  /** As the page showed it. */
  readonly title: string
  /** People, as the page named them; empty where none are known. */
  readonly by: string
  readonly kind: string
  /** BCP 47; null where it is not known. */
  readonly language: string | null
  /** ISO 8601. */
  readonly at: string
  /** Chapter from 1; null for a text without chapters. */
  readonly chapter: number | null
  /** Title of the chapter; empty without one. */
  readonly part: string
  /** How many chapters there are; 0 without. */
  readonly chapters: number
  /** Witness whose text is read; null for the record's own. */
  readonly text: string | null
  /** Id of the line that was on top, such as `p12`; null at the beginning. */
  readonly anchor: string | null
  /** How much of the text or the chapter has been on the screen, 0 to 100. */
  readonly percent: number
  /** `Session.reader` of who read; null for a guest. Others on this device do not see it. */
  readonly reader: string | null
}

/** A record like one that was read, as the graph told it. */
export interface Like {
  readonly recordId: string
  readonly title: string
  readonly by: string
  readonly kind: string
  /** In the language of the answer. */
  readonly kindName: string
  readonly language: string | null
}

/** What the graph said is like a record: kept, so that it is asked once a day and is there without network. */
export interface LikeOne {
  readonly recordId: string
  /** ISO 8601. */
  readonly at: string
  /** Language of the names in it. */
  readonly locale: string
  readonly records: readonly Like[]
}

export interface ReadingHistory {
  /** Newest first. */
  readonly opened: readonly Opened[]
  /** Ids of records that a reader does not want suggested, newest first. */
  readonly unwanted: readonly string[]
  readonly like: readonly LikeOne[]
}

export const MOST_OPENED = 100
export const MOST_UNWANTED = 200
/** Records of which it is kept what is like them, and how many of those. */
export const MOST_LIKE = 8
export const MOST_ALIKE = 12
/** Characters of a title, a name or a chapter. */
export const LONGEST = 160
/** Characters of all of it: several times what fits. */
const LONGEST_TEXT = 400_000

export const EMPTY: ReadingHistory = { opened: [], unwanted: [], like: [] }

export const written = (history: ReadingHistory): string => JSON.stringify({ version: 1, ...history })

/** Reads what `written` wrote. What is not ours is left out, entry by entry: nobody can be asked about it. */
export function readHistory(text: string | null): ReadingHistory {
  if (text === null || text.length > LONGEST_TEXT) return EMPTY
  const value = parsed(text)
  if (!isObject(value) || value['version'] !== 1) return EMPTY
  return {
    opened: onceEach(listOf(value['opened'], isOpened)).slice(0, MOST_OPENED),
    unwanted: [...new Set(listOf(value['unwanted'], isId))].slice(0, MOST_UNWANTED),
    like: onceEach(listOf(value['like'], isLikeOne)).slice(0, MOST_LIKE),
  }
}

/** As long as is kept. */
export const cut = (words: string): string =>
  [...words.toWellFormed().replace(/\s+/gu, ' ').trim()].slice(0, LONGEST).join('')

function onceEach<T extends { readonly recordId: string }>(items: readonly T[]): T[] {
  const seen = new Set<string>()
  return items.filter(({ recordId }) => !seen.has(recordId) && seen.add(recordId))
}

function isOpened(value: unknown): value is Opened {
  if (!isObject(value)) return false
  const { chapter, chapters, text, anchor, percent, reader } = value
  return (
    isNamed(value) &&
    isTime(value['at']) &&
    (chapter === null || isWhole(chapter, 1, 99_999)) &&
    isWhole(chapters, 0, 99_999) &&
    isWords(value['part']) &&
    (text === null || isId(text)) &&
    (anchor === null || (typeof anchor === 'string' && /^[pv][1-9]\d{0,4}$/.test(anchor))) &&
    isWhole(percent, 0, 100) &&
    (reader === null || isWords(reader))
  )
}

function isLikeOne(value: unknown): value is LikeOne {
  if (!isObject(value)) return false
  const { recordId, at, locale, records } = value
  return (
    isId(recordId) &&
    isTime(at) &&
    isWords(locale) &&
    Array.isArray(records) &&
    records.length <= MOST_ALIKE &&
    records.every((one) => isObject(one) && isNamed(one) && isWords(one['kindName']))
  )
}

/** What every record that is kept says of itself. */
function isNamed({ recordId, title, by, kind, language }: Record<string, unknown>): boolean {
  return (
    isId(recordId) &&
    isWords(title) &&
    title !== '' &&
    isWords(by) &&
    isWords(kind) &&
    (language === null ||
      (typeof language === 'string' && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(language)))
  )
}

/** As ids of records and of witnesses are made. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9]{1,31}$/.test(value)

const isWords = (value: unknown): value is string =>
  // A character may take two units.
  typeof value === 'string' && value.length <= 2 * LONGEST

const isTime = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

function listOf<T>(value: unknown, isItem: (item: unknown) => item is T): T[] {
  return Array.isArray(value) ? value.filter(isItem) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
