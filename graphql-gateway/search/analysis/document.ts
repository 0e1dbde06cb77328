/** One record as the token columns every engine matches against. */

import { LONGEST_TEXT, type SearchDoc, type SearchChapter } from '../contract.ts'
import { identifierKey } from './identifier.ts'
import { waysToRead, type Reading } from './pinyin.ts'
import { singleChars, soundKey, textTokens, wholeKey } from './tokens.ts'

/**
 * The columns of an index. The `…Chars` columns answer one-character words, which the body does not; the
 * `…Pinyin` columns hold syllables after `~`; `keys` holds whole titles after `=`, whole creators after `@`, how
 * both sound after `~` and `@~`, and identifiers after `#`. The signs keep these tokens apart from words in a shared
 * dictionary.
 */
export const COLUMNS = [
  'title',
  'creator',
  'subject',
  'body',
  'titleChars',
  'creatorChars',
  'subjectChars',
  'titlePinyin',
  'creatorPinyin',
  'keys',
] as const

export type Column = (typeof COLUMNS)[number]

export type DocTokens = Readonly<Record<Column, readonly string[]>>

/** Stands between two values of a field, so that a phrase does not run from one title into the next. */
const BETWEEN = '_'

/** Columns that a chapter has too: its title is a subject of the work, its text part of the work's body. */
export const CHAPTER_COLUMNS = ['subject', 'body', 'subjectChars'] as const satisfies readonly Column[]

export type ChapterTokens = Readonly<Record<(typeof CHAPTER_COLUMNS)[number], readonly string[]>>

const MOST_VALUES = 100
const LONGEST_VALUE = 2_000

/** All columns of one record. */
export function analyseDoc(doc: SearchDoc): DocTokens {
  const titles = bounded(doc.title)
  const creators = bounded(doc.creator)
  const names = [...creators, ...bounded(doc.otherNames ?? [])]
  const subjects = [
    ...bounded(doc.subject),
    ...(doc.chapters ?? []).map(({ title }) => title.slice(0, LONGEST_VALUE)),
  ]
  const { body, chapters } = textsOf(doc)
  const [readTitles, readNames] = [readAs('title', titles), readAs('name', names)]
  return {
    title: separated(titles),
    creator: separated(names),
    subject: separated(subjects),
    body: separated([body, ...chapters.map(({ text }) => text)]),
    titleChars: singleChars(titles.join(' ')),
    creatorChars: singleChars(creators.join(' ')),
    subjectChars: singleChars(subjects.join(' ')),
    titlePinyin: pinyinTokens(readTitles),
    creatorPinyin: pinyinTokens(readNames),
    keys: [
      ...marked('=', titles.map(wholeKey)),
      ...marked('~', readTitles.flatMap(soundKeys)),
      ...marked('@', names.map(wholeKey)),
      ...marked('@~', readNames.flatMap(soundKeys)),
      ...marked('#', doc.identifiers.slice(0, MOST_VALUES).map(identifierKey)),
    ],
  }
}

/** The columns of one chapter. */
export function analyseChapter(chapter: SearchChapter): ChapterTokens {
  const title = chapter.title.slice(0, LONGEST_VALUE)
  return { subject: textTokens(title), body: textTokens(chapter.text), subjectChars: singleChars(title) }
}

/** A record's texts as far as they are indexed. */
export interface IndexedTexts {
  readonly body: string
  readonly chapters: readonly SearchChapter[]
  /** True when something was left out. */
  readonly cut: boolean
}

/**
 * A record's share of the index is bounded: the engine serves many records, not one enormous one. Every chapter
 * keeps its title.
 */
export function textsOf(doc: SearchDoc): IndexedTexts {
  const body = doc.body.slice(0, LONGEST_TEXT)
  let room = LONGEST_TEXT - body.length
  let cut = body.length < doc.body.length
  const chapters = (doc.chapters ?? []).map((chapter) => {
    const text = chapter.text.slice(0, room)
    room -= text.length
    cut ||= text.length < chapter.text.length
    return { ...chapter, text }
  })
  return { body, chapters, cut }
}

function bounded(values: readonly string[]): readonly string[] {
  return values.slice(0, MOST_VALUES).map((value) => value.slice(0, LONGEST_VALUE))
}

function separated(values: readonly string[]): readonly string[] {
  return values.flatMap((value, at) => (at === 0 ? textTokens(value) : [BETWEEN, ...textTokens(value)]))
}

/** A title or a name, and the ways to read it. */
interface Read {
  readonly text: string
  readonly ways: readonly (readonly string[])[]
}

function readAs(reading: Reading, values: readonly string[]): readonly Read[] {
  return values.map((text) => ({ text, ways: waysToRead(text, reading) }))
}

function pinyinTokens(values: readonly Read[]): readonly string[] {
  return values
    .flatMap(({ ways }) => ways)
    .flatMap((way, at) => {
      const syllables = way.map((syllable) => `~${syllable}`)
      return at === 0 ? syllables : [BETWEEN, ...syllables]
    })
}

/** How a value sounds that is read to its last character: 詩經 2 is more than its syllables. One alone says too little. */
function soundKeys({ text, ways }: Read): readonly string[] {
  const { length } = [...wholeKey(text)]
  return ways.filter((way) => way.length >= 2 && way.length === length).map(soundKey)
}

function marked(sign: string, keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].filter((key) => key !== '').map((key) => sign + key)
}
