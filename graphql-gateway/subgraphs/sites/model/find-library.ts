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

export function namedLibrary(
  { id, name, level, regionId }: Pick<LibraryContent, 'id' | 'name' | 'level' | 'regionId'>,
  places: ReadonlyMap<string, Place>,
): NamedLibrary {
  const region = places.get(regionId)
  const way: string[] = []
  for (let one = region; one; one = places.get(one.parentId)) way.unshift(one.name)
  const stem = name.replace(/图书馆$/, '')
  const read = syllables(name, 'none')
  const short = way.map(withoutEnding)
  return {
    ...{ id, name, level, regionId, stem },
    whole: `${way.join('')} ${short.join('')}`,
    sound: soundOf(read),
    wholeSound: soundOf([...short.slice(0, -1).flatMap((one) => syllables(one, 'none')), ...read]),
    initials: read.map((syllable) => syllable.charAt(0)).join(''),
    english: soundOf(
      englishLibrary(name, region ?? null, places.get(region?.parentId ?? '') ?? null)
        .split(' ')
        .map(lettersOf),
    ),
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

/** What was typed fits better the lower the number; null: not at all. */
function fit(library: NamedLibrary, words: readonly string[]): number | null {
  const [only] = words
  if (only === undefined) return null
  if (words.length === 1 && library.id === only) return 0
  if (words.length === 1 && begins(library, only)) return 1
  if (words.every((word) => isWithin(library, word))) return 2
  return words.every((word) => isWithin(library, word) || isAround(library, word)) ? 3 : null
}

const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)

function begins({ stem, sound, initials, english }: NamedLibrary, word: string): boolean {
  if (isHan(word)) return stem.startsWith(word)
  const letters = lettersOf(word)
  // One letter would be half of the nation.
  if (letters.length < 2) return false
  return [sound.letters, english.letters, initials].some((text) => text.startsWith(letters))
}

function isWithin(library: NamedLibrary, word: string): boolean {
  if (begins(library, word)) return true
  if (isHan(word)) return library.stem.includes(word)
  const letters = lettersOf(word)
  return letters.length > 1 && (hasSound(library.sound, letters) || hasSound(library.english, letters))
}

function isAround({ whole, wholeSound }: NamedLibrary, word: string): boolean {
  if (isHan(word)) return whole.includes(word)
  const letters = lettersOf(word)
  return letters.length > 1 && hasSound(wholeSound, letters)
}

/** Ids, what fits best first, the greater library before the smaller. `typed` is one line of any length up to 100. */
export function findLibraries(all: readonly NamedLibrary[], typed: string): readonly string[] {
  const words = typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，、·]+/u)
    .map((word) => word.replace(/图书馆$/u, ''))
    .filter((word) => word !== '' && word !== 'library')
  return all
    .flatMap((library) => {
      const rank = fit(library, words) ?? fit(library, [words.join('')])
      return rank === null ? [] : [{ id: library.id, rank, level: levels.indexOf(library.level) }]
    })
    .sort((a, b) => a.rank - b.rank || a.level - b.level || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
