// Finding libraries by name: by characters anywhere in it or in where it lies, by pinyin, initials and English. There are some
// three thousand, so that each search looks at every one of them.
import { englishLibrary, withoutEnding } from './english-names.ts'
import type { LibraryContent, LibraryLevel } from './libraries.ts'
import { syllables } from './sounds.ts'

export interface Place {
  readonly id: string
  readonly name: string
  /** Empty for a province. */
  readonly parentId: string
}

export interface NamedLibrary extends Pick<LibraryContent, 'id' | 'name' | 'level' | 'regionId'> {
  /** Where it lies from the province down, with the endings of the names and without. */
  readonly whole: string
  /** Its name without the word for library. */
  readonly stem: string
  /** Without tones and spaces; `starts` are where a syllable begins, and in English a word. */
  readonly sound: Sound
  readonly wholeSound: Sound
  readonly initials: string
  readonly english: Sound
}

interface Sound {
  readonly letters: string
  readonly starts: ReadonlySet<number>
}

/** What a place gives to the names of libraries in it: made once, for reading a name takes longer than looking at it. */
export interface PlaceWords {
  readonly name: string
  readonly short: string
  readonly read: readonly string[]
  readonly above: PlaceWords | null
  readonly place: Place
}

export function placeWords(places: ReadonlyMap<string, Place>): (id: string) => PlaceWords | null {
  const made = new Map<string, PlaceWords>()
  const wordsOf = (id: string): PlaceWords | null => {
    const place = places.get(id)
    const known = made.get(id)
    if (known || !place) return known ?? null
    const short = withoutEnding(place.name)
    const above = place.parentId === '' ? null : wordsOf(place.parentId)
    const words = { name: place.name, short, read: syllables(short, 'none'), above, place }
    made.set(id, words)
    return words
  }
  return wordsOf
}

/** `region` is where it lies; null: in the nation. */
export function namedLibrary(
  { id, name, level, regionId }: Pick<LibraryContent, 'id' | 'name' | 'level' | 'regionId'>,
  region: PlaceWords | null,
): NamedLibrary {
  const way: PlaceWords[] = []
  for (let one = region; one; one = one.above) way.unshift(one)
  const read = syllables(name, 'none')
  const english = englishLibrary(name, region?.place ?? null, region?.above?.place ?? null)
  return {
    ...{ id, name, level, regionId },
    stem: name.replace(/图书馆$/, ''),
    whole: `${way.map((one) => one.name).join('')} ${way.map(({ short }) => short).join('')}`,
    sound: soundOf(read),
    wholeSound: soundOf([...way.slice(0, -1).flatMap((one) => one.read), ...read]),
    initials: read.map((syllable) => syllable.charAt(0)).join(''),
    english: soundOf(english.split(' ').map(lettersOf)),
  }
}

function soundOf(read: readonly string[]): Sound {
  const starts = new Set<number>()
  let letters = ''
  for (const syllable of read) {
    starts.add(letters.length)
    letters += syllable
  }
  return { letters, starts }
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

function hasSound({ letters, starts }: Sound, wanted: string): boolean {
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1))
    if (starts.has(at)) return true
  return false
}

const levels: readonly LibraryLevel[] = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY']

/** A word of what was typed. */
interface Word {
  readonly text: string
  readonly isHan: boolean
  /** Fewer than two would be half of the nation. */
  readonly letters: string
}

const wordOf = (text: string): Word => ({
  text,
  isHan: /\p{Script=Han}/u.test(text),
  letters: lettersOf(text),
})

/** What was typed fits better the lower the number; null: not at all. */
function fit(library: NamedLibrary, words: readonly Word[]): number | null {
  const [only] = words
  if (only === undefined) return null
  if (words.length === 1 && library.id === only.text) return 0
  if (words.length === 1 && begins(library, only)) return 1
  if (words.every((word) => isWithin(library, word))) return 2
  return words.every((word) => isWithin(library, word) || isAround(library, word)) ? 3 : null
}

function begins({ stem, sound, initials, english }: NamedLibrary, { text, isHan, letters }: Word): boolean {
  if (isHan) return stem.startsWith(text)
  if (letters.length < 2) return false
  return (
    sound.letters.startsWith(letters) || english.letters.startsWith(letters) || initials.startsWith(letters)
  )
}

function isWithin(library: NamedLibrary, word: Word): boolean {
  if (begins(library, word)) return true
  if (word.isHan) return library.stem.includes(word.text)
  return (
    word.letters.length > 1 &&
    (hasSound(library.sound, word.letters) || hasSound(library.english, word.letters))
  )
}

function isAround({ whole, wholeSound }: NamedLibrary, { text, isHan, letters }: Word): boolean {
  if (isHan) return whole.includes(text)
  return letters.length > 1 && hasSound(wholeSound, letters)
}

/** Ids, what fits best first, the greater library before the smaller. `typed` is one line of any length up to 100. */
export function findLibraries(all: readonly NamedLibrary[], typed: string): readonly string[] {
  const texts = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、·]+/u)
    .map((word) => word.replace(/图书馆$/u, ''))
    .filter((word) => word !== '' && word !== 'library')
  const found = fitting(all, texts)
  // 浙江图 is on its way to 浙江图书馆; 昌图 is a county.
  const last = texts.at(-1)?.replace(/图书?$/u, '') ?? ''
  if (found.length > 0 || last === '' || last === texts.at(-1)) return found
  return fitting(all, [...texts.slice(0, -1), last])
}

function fitting(all: readonly NamedLibrary[], texts: readonly string[]): readonly string[] {
  const words = texts.map(wordOf)
  const joined = texts.length > 1 ? [wordOf(texts.join(''))] : []
  return all
    .flatMap((library) => {
      const rank = fit(library, words) ?? fit(library, joined)
      return rank === null ? [] : [{ id: library.id, rank, level: levels.indexOf(library.level) }]
    })
    .sort((a, b) => a.rank - b.rank || a.level - b.level || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
