// Which names of a person find what: the person by any of them, the works by those that are of nobody else.
import type { PersonContent } from '@shuxiang/record'

type Names = Pick<PersonContent, 'name' | 'alternativeNames' | 'names' | 'searchNames'>

/** A name of two characters is that of many: 子美 is 杜甫 and 苏舜钦, and a word of titles too. */
const shortest = 3
/** With which each of the works is indexed: those that stand first are the usual ones. */
const mostSearched = 10

/** Names by which the person is looked up: those that are told, and those that only find. */
export function spellingsOf(person: Names): string[] {
  return [...new Set([...toldNamesOf(person), ...(person.searchNames ?? [])])]
}

/** Names that the person bears. A posthumous name alone is that of dozens. */
export function toldNamesOf({ name, alternativeNames, names = [] }: Names): string[] {
  const called = names.filter(({ type }) => type !== 'posthumous')
  return [...new Set([name, ...alternativeNames, ...called.map((each) => each.name)])]
}

/** Names by which the works are found beside the one that they carry. */
export function searchedNamesOf({ name, names = [], searchNames = [] }: Names): string[] {
  const called = names
    .filter((each) => each.type !== 'posthumous' && each.name !== name)
    .map((each) => each.name)
  const long = [...called, ...searchNames].filter((each) => [...each].length >= shortest)
  return [...new Set(long)].slice(0, mostSearched)
}
