// The names of one person put together: those of our own list first, then what the biographies state. Apart from them
// those that only find the person: made of a surname and one of these, as readers type them (李太白), and in English.
import type { PersonContent } from '@shuxiang/record'
import { tonedName } from '@shuxiang/search/toned-name'
import { englishNames, usualEnglishName } from './english.ts'
import { knownPerson } from './known.ts'
import { statedLifetime, statedNames } from './stated.ts'

type Facts = Pick<PersonContent, 'names' | 'searchNames' | 'pinyin' | 'born' | 'died' | 'datesFrom'>
type Name = NonNullable<PersonContent['names']>[number]

/** What art names end in, which falls away behind a surname: 东坡居士 -> 苏东坡. */
const endings = /(?:居士|道人|山人|先生|老人|散人)$/
/** Surnames of two characters among those who have such names. */
const compound = /^(?:欧阳|司马|司空|皇甫|令狐|上官|纳兰|长孙|万俟)/
const mostNames = 30
const mostSearched = 20

/** `biographies` are all that the source has of the person, the fuller first; `label` is what it calls them. */
export function factsOf(name: string, age: string, biographies: readonly string[], label: string): Facts {
  const known = knownPerson(name, age)
  const stated = biographies.flatMap((text) => statedNames(text))
  const own: Name[] =
    known === null ? [] : known.names.map((each) => ({ ...each, source: `《${known.book}》` }))
  // Where our list has the name of a kind, the biographies add what they have beside it.
  const english = usualEnglishName(name, age)
  const base = distinct(name, [
    ...own,
    ...(english === null ? [] : [{ name: english, type: 'foreign' as const }]),
    ...stated.map((each) => ({ ...each, source: label })),
  ])
  const names = base.slice(0, mostNames).map((each) => withPinyin(name, each))
  const searchNames = searchedBy(name, age, base)
  const pinyin = known?.pinyin ?? tonedName(name)
  return {
    ...(names.length > 0 ? { names } : {}),
    ...(searchNames.length > 0 ? { searchNames } : {}),
    ...(pinyin === null ? {} : { pinyin }),
    ...lifetimeOf(known, biographies, label),
  }
}

function lifetimeOf(
  known: ReturnType<typeof knownPerson>,
  biographies: readonly string[],
  label: string,
): Pick<Facts, 'born' | 'died' | 'datesFrom'> {
  if (known !== null && (known.born ?? known.died) !== undefined) {
    const { born, died, book } = known
    return { ...(born ? { born } : {}), ...(died ? { died } : {}), datesFrom: `《${book}》` }
  }
  for (const text of biographies) {
    const stated = statedLifetime(text)
    if ((stated.born ?? stated.died) !== undefined) return { ...stated, datesFrom: label }
  }
  return {}
}

/** Nobody is called 白醉吟: what is made is no name that is told, and no book states it. */
function searchedBy(name: string, age: string, base: readonly Name[]): string[] {
  const had = new Set([name, ...base.map((each) => each.name)])
  return [...new Set([...englishNames(name, age), ...madeOf(name, base)])]
    .filter((each) => !had.has(each))
    .slice(0, mostSearched)
}

/** A surname with a courtesy name, and with an art name without its ending. */
function madeOf(name: string, base: readonly Name[]): string[] {
  const surname = compound.exec(name)?.[0] ?? name.slice(0, 1)
  if ([...name].length < 2 || /^释/.test(name)) return []
  return base.flatMap(({ name: other, type }): string[] => {
    const short = type === 'art' ? other.replace(endings, '') : type === 'courtesy' ? other : ''
    if ([...short].length !== 2 || short.startsWith(surname)) return []
    return [surname + short]
  })
}

function withPinyin(person: string, each: Name): Name {
  const full = each.type === 'birth' || (each.type === 'other' && each.name.startsWith(person.slice(0, 1)))
  const ending = full ? '' : (endings.exec(each.name)?.[0] ?? '')
  const parts = [each.name.slice(0, each.name.length - ending.length), ending].filter((part) => part !== '')
  const read = parts.map((part) => tonedName(part, full ? 'called' : 'word'))
  const pinyin = read.includes(null) ? null : read.join(' ')
  return pinyin === null ? each : { ...each, pinyin }
}

/** Each name once, and never the one by which the person is known. */
function distinct(name: string, names: readonly Name[]): Name[] {
  const had = new Set([name])
  return names.filter((each) => !had.has(each.name) && had.add(each.name))
}
