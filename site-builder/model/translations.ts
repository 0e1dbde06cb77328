/** Which translations no longer fit what the source says: told by words, not by times. Pure. */
import { isSame } from './content.ts'
import type { Json } from './json.ts'

/** A text of a page in all its languages, as blocks declare it. */
export interface TextOnPage {
  /** Null: of the page itself. */
  readonly block: string | null
  /** Begins with `fields` or `meta`, has places in lists as numbers, and ends before the language. */
  readonly path: readonly string[]
  readonly texts: Readonly<Record<string, Json>>
  /** Given by the nation: nobody here translates it. */
  readonly locked: boolean
}

/** A translation whose source was changed since it was written or looked at. */
export interface Outdated extends Pick<TextOnPage, 'block' | 'path'> {
  /** Another one whenever the source is changed again: it names exactly what somebody looked at. */
  readonly id: string
  /** Language of the source, and of the translation. */
  readonly source: string
  readonly language: string
  /** Revision of the page in which the source was changed last. */
  readonly rev: number
  /** What the source said when the translation fitted it; absent: it was too long to be kept. */
  readonly was?: Json
}

/** Marks that one page keeps; the oldest go, and count as fitting. */
export const mostOutdated = 4000
/** Of them, of blocks that are not there any more and may be had back. */
export const mostOutdatedGone = 100
/** Characters of former sources of one page, as JSON. */
export const longestFormerTexts = 400_000

/** Whether anything can be read in a text, with marks or without. */
export function hasWords(text: Json | undefined): boolean {
  if (typeof text === 'string') return text.trim() !== ''
  if (typeof text !== 'object' || text === null) return false
  if (Array.isArray(text)) return text.some(hasWords)
  return ['runs', 'items', 'text'].some((part) => hasWords(text[part]))
}

export interface TextChange {
  /** As it was stored. */
  readonly before: readonly TextOnPage[]
  readonly after: readonly TextOnPage[]
  /** What who made the change had before their eyes when they had made it; another one where it was put together with others'. */
  readonly seen: readonly TextOnPage[]
  /** The site's own language. */
  readonly source: string
  /** Of the page, with the change. */
  readonly rev: number
}

/** The marks of a page after a change. */
export function outdatedAfter(known: readonly Outdated[], change: TextChange): readonly Outdated[] {
  const { before, after, seen, source, rev } = change
  const marks = known.filter((one) => one.source === source)
  const markAt = outdatedAt(marks)
  const former = matched(before, after)
  const shown = seen === after ? null : matched(seen, after)
  const there = new Set(after.map(({ block }) => block))
  // A block that was taken away and is had back has the marks that it had.
  const gone = marks.filter(({ block }) => block !== null && !there.has(block)).slice(-mostOutdatedGone)
  // Of this revision: numbers of marks that it made.
  let made = 0
  const found = after.flatMap((text): Outdated[] => {
    const was = former.get(text)
    const now = text.texts[source]
    const moved = was !== undefined && !isSame(was.texts[source], now)
    return Object.keys(text.texts).flatMap((language): Outdated[] => {
      if (language === source || !hasWords(text.texts[language])) return []
      const { block, path } = text
      const marked = (fitted: Json | undefined): Outdated => ({
        ...{ id: `${rev}-${made++}`, block, path, source, language, rev },
        ...(fitted === undefined ? {} : { was: fitted }),
      })
      const mark = markAt({ ...(was ?? text), language })
      const rewritten = was ? !isSame(was.texts[language], text.texts[language]) : mark === undefined
      if (mark && !rewritten) {
        if (mark.was !== undefined && isSame(mark.was, now)) return []
        return [moved ? marked(mark.was) : { ...mark, path }]
      }
      const fitted = (rewritten ? (shown?.get(text) ?? (shown ? undefined : text)) : was)?.texts[source]
      return hasWords(fitted) && !isSame(fitted, now) ? [marked(fitted)] : []
    })
  })
  return withinBounds([...gone, ...found])
}

const keyOf = ({ block, path, language }: Pick<Outdated, 'block' | 'path' | 'language'>): string =>
  JSON.stringify([block, path, language])

/** The same place, whatever its numbers in lists are. */
const placeOf = ({ block, path }: Pick<TextOnPage, 'block' | 'path'>): string =>
  JSON.stringify([block, path.map((step) => (/^\d+$/.test(step) ? '*' : step))])

function byPlace(texts: readonly TextOnPage[]): ReadonlyMap<string, readonly TextOnPage[]> {
  const places = new Map<string, TextOnPage[]>()
  for (const text of texts) {
    const place = placeOf(text)
    places.set(place, [...(places.get(place) ?? []), text])
  }
  return places
}

/** To each text what it was before. Items of lists have no names: equal ones go together, then those of one language, then by order. */
function matched(
  before: readonly TextOnPage[],
  after: readonly TextOnPage[],
): ReadonlyMap<TextOnPage, TextOnPage> {
  const pairs = new Map<TextOnPage, TextOnPage>()
  const left = byPlace(before)
  for (const [place, texts] of byPlace(after)) {
    const free = [...(left.get(place) ?? [])]
    for (const alike of [isSameText, sharesWords, () => true])
      for (const text of texts) {
        if (pairs.has(text)) continue
        const at = free.findIndex((one) => alike(one, text))
        const [found] = at < 0 ? [] : free.splice(at, 1)
        if (found) pairs.set(text, found)
      }
  }
  return pairs
}

const isSameText = (one: TextOnPage, other: TextOnPage): boolean =>
  one.texts === other.texts || isSame({ ...one.texts }, { ...other.texts })
const sharesWords = (one: TextOnPage, other: TextOnPage): boolean =>
  Object.keys(one.texts).some(
    (language) => hasWords(one.texts[language]) && isSame(one.texts[language], other.texts[language]),
  )

/** Newest marks first keep their former source, and are kept themselves. */
function withinBounds(marks: readonly Outdated[]): readonly Outdated[] {
  let room = longestFormerTexts
  const newest = marks.toSorted((one, other) => other.rev - one.rev).slice(0, mostOutdated)
  const kept = new Map(
    newest.map((mark): [Outdated, Outdated] => {
      const { was, ...rest } = mark
      room -= was === undefined ? 0 : JSON.stringify(was).length
      return [mark, room < 0 ? rest : mark]
    }),
  )
  return marks.flatMap((mark) => kept.get(mark) ?? [])
}

/** `unsourced`: the translation stands alone. Null: there is nothing to read in either. */
export type TranslationState = 'missing' | 'outdated' | 'fine' | 'unsourced'

export function translationState(
  { texts }: TextOnPage,
  { source, language }: Pick<Outdated, 'source' | 'language'>,
  mark: Outdated | undefined,
): TranslationState | null {
  const given = hasWords(texts[source])
  if (!hasWords(texts[language])) return given ? 'missing' : null
  if (!given) return 'unsourced'
  return mark ? 'outdated' : 'fine'
}

export interface TranslationCount {
  readonly language: string
  /** Texts that have a source. */
  readonly texts: number
  readonly missing: number
  readonly outdated: number
}

/** The mark of a text in a language. */
export function outdatedAt(
  marks: readonly Outdated[],
): (of: Pick<Outdated, 'block' | 'path' | 'language'>) => Outdated | undefined {
  const byKey = new Map(marks.map((mark) => [keyOf(mark), mark]))
  return (of) => byKey.get(keyOf(of))
}

/** What is left to translate. `languages`: of the site, its own first. */
export function translationCounts(
  texts: readonly TextOnPage[],
  marks: readonly Outdated[],
  [source = '', ...others]: readonly string[],
): readonly TranslationCount[] {
  const markOf = outdatedAt(marks.filter((mark) => mark.source === source))
  const open = texts.filter(({ locked, texts: words }) => !locked && hasWords(words[source]))
  return others.map((language) => {
    const states = open.map((text) =>
      translationState(text, { source, language }, markOf({ ...text, language })),
    )
    return {
      language,
      texts: open.length,
      missing: states.filter((state) => state === 'missing').length,
      outdated: states.filter((state) => state === 'outdated').length,
    }
  })
}
