// Which names of a person find what: the person by any of them, the works by those that are of nobody else.
import type { PersonContent } from '@shuxiang/record'

type Names = Pick<PersonContent, 'name' | 'alternativeNames' | 'names'>

/** A name of two characters is that of many: 子美 is 杜甫 and 苏舜钦, and a word of titles too. */
const shortest = 3
/** With which each of the works is indexed: those that stand first are the usual ones. */
const mostSearched = 8

/** Names by which the person is looked up. A posthumous name alone is that of dozens. */
export function spellingsOf({ name, alternativeNames, names = [] }: Names): string[] {
  const called = names.filter(({ type }) => type !== 'posthumous')
  return [...new Set([name, ...alternativeNames, ...called.map((each) => each.name)])]
}

/** Names by which the works are found beside the one that they carry. */
export function searchedNamesOf({ name, names = [] }: Names): string[] {
  const called = names
    .filter((each) => each.type !== 'posthumous' && each.name !== name)
    .map((each) => each.name)
    .filter((each) => [...each].length >= shortest)
  return [...new Set(called)].slice(0, mostSearched)
}
