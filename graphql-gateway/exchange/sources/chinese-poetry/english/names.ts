// Which record has which English titles: found by who wrote it and how it begins, so that no wrong poem is named.
import type { RecordInput } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { simplified } from '../simplified.ts'
import { foldedClauses } from '../twins/same-work.ts'
import { englishTitles, titleSources } from './titles.ts'

type Paragraphs = RecordInput['texts'][number]['paragraphs']
type ParallelTitles = NonNullable<RecordInput['record']['parallelTitles']>

/** A work of the list. */
export interface NamedWork {
  /** Null for a work in chapters. */
  readonly author: string | null
  /** How it begins, in folded characters; of a work in chapters its title, in simplified ones. */
  readonly sign: string
  readonly titles: ParallelTitles
}

const works = read(englishTitles)
const books = new Map(works.filter(({ author }) => author === null).map((work) => [work.sign, work]))
const poems = Map.groupBy(
  works.filter(({ author }) => author !== null),
  ({ author }) => author ?? '',
)

/** Every work of the list. */
export function namedWorks(): readonly NamedWork[] {
  return works
}

/** The entry with the English titles of its work, and of the poems in an anthology, where they have some. */
export function inEnglish(entry: Entry): Entry {
  return {
    ...entry,
    make() {
      const { input, ...made } = entry.make()
      const parallelTitles = namedWork(input)?.titles
      const record = { ...input.record, contents: namedContents(input) }
      return { ...made, input: { ...input, record: parallelTitles ? { ...record, parallelTitles } : record } }
    },
  }
}

function namedContents({ record: { contents }, texts }: RecordInput): RecordInput['record']['contents'] {
  const paragraphsOf = new Map(texts.map(({ n, paragraphs }) => [n, paragraphs]))
  return contents.map((chapter) => {
    const parallelTitles = poemOf(chapter.creator ? [chapter.creator] : [], [
      paragraphsOf.get(chapter.n) ?? [],
    ])?.titles
    return parallelTitles ? { ...chapter, parallelTitles } : chapter
  })
}

/** The work of the list that a record is; null for nearly all. A poem may begin as any of its witnesses has it. */
export function namedWork({ record, texts, witnesses = [] }: RecordInput): NamedWork | null {
  if (record.kind === 'book') return books.get(simplified(record.title)) ?? null
  const whole = texts.find(({ n }) => n === 0)
  return poemOf(
    record.agents.map(({ name }) => name),
    [...(whole ? [whole] : []), ...witnesses].map(({ paragraphs }) => paragraphs),
  )
}

/** The poem of the list by one of these authors that begins as one of these texts. */
function poemOf(authors: readonly string[], texts: readonly Paragraphs[]): NamedWork | null {
  const candidates = authors.flatMap((name) => poems.get(name) ?? [])
  if (candidates.length === 0) return null
  const beginnings = texts.map(beginning)
  return candidates.find(({ sign }) => beginnings.some((one) => one.startsWith(sign))) ?? null
}

function beginning(paragraphs: Paragraphs): string {
  const verses = paragraphs.filter(({ kind }) => kind === 'verse').slice(0, 3)
  return foldedClauses(verses.map(({ text }) => text)).join('')
}

/** Errors: `Error` naming a line that does not fit. */
function read(list: string): readonly NamedWork[] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [, author = '', sign = '', titles = ''] = /^(\S+) (\S+) (.+)$/.exec(line) ?? []
      if (titles === '') throw new Error(`English titles: "${line}" names nothing.`)
      const isBook = author === '书'
      return {
        author: isBook ? null : author,
        sign: isBook ? sign : foldedClauses([sign]).join(''),
        titles: titles.split('; ').map(titleOf),
      }
    })
}

function titleOf(text: string): ParallelTitles[number] {
  const [, title = text, letter] = /^(.+) \[([A-Z])\]$/.exec(text) ?? []
  if (letter === undefined) return { title, language: 'en' }
  const source = titleSources[letter]
  if (source === undefined) throw new Error(`English titles: no source ${letter}.`)
  return { title, language: 'en', source }
}
