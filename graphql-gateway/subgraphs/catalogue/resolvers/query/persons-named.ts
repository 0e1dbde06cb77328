// Query.personsNamed
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import type { PersonDoc } from '../../model/authority.ts'
import { personsBySpellings } from '../../store/read.ts'
import type { CatalogueSearch } from '../../search/port.ts'
import type { WorkCounts } from '../person/counts.ts'
import { romanised } from '../person/label.ts'
import { forReaders } from '../search-failure.ts'
import { scopesOf } from '../search-request.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

/** No name is longer: 大唐三藏法师玄奘, Ouyang Wenzhonggong. */
const longest = 40
const most = 3
/** Persons of one name that are looked at; there are a dozen at most. */
const looked = 20

/** What ends a name that somebody chose, and is left out when speaking of them. */
const styled = /(?<=..)(?:居士|先生|山人|道人|散人|老人)$/u

/** By the name as it stands in the store, else by what search makes of it: another script, pinyin. */
export function personsNamed(search: CatalogueSearch, counts: WorkCounts): QueryResolvers['personsNamed'] {
  return (_, args, context) => personsOfName(search, counts, args.name, context)
}

export async function personsOfName(
  search: CatalogueSearch,
  counts: WorkCounts,
  typed: string,
  context: SubgraphContext,
): Promise<PersonDoc[]> {
  const name = typed.trim()
  if (name === '' || name.length > longest) return []
  let found = await personsBySpellings(context, [name], looked)
  if (found.length === 0) {
    const wanted = { limit: 10, scopes: scopesOf(context.tenant) }
    const suggested = await forReaders(() => search.suggest(name, wanted, context.signal))
    const texts = suggested.filter(({ kind }) => kind === 'creator').map(({ text }) => text)
    if (texts.length === 0) return []
    const persons = await personsBySpellings(context, texts, looked)
    found = persons.filter((person) => isCalled(person, name, texts))
  }
  const counted = await Promise.all(
    found.map(async (person) => ({ person, count: await counts.of(context, person._id) })),
  )
  return counted
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.person._id < b.person._id ? -1 : 1))
    .slice(0, most)
    .map(({ person }) => person)
}

/** A suggestion begins as it was typed: it is the whole name when it is no longer, in characters or in letters. */
function isCalled(person: PersonDoc, typed: string, suggested: readonly string[]): boolean {
  if (/\p{Script=Han}/u.test(typed)) {
    const size = [...typed].length
    // 易安 is how 易安居士 is called.
    const isWhole = (name: string): boolean => [...name.replace(styled, '')].length === size
    return (person.spellings ?? []).some((one) => suggested.includes(one) && isWhole(one))
  }
  const letters = lettersOf(typed)
  const read = [
    person.pinyin,
    ...(person.names ?? []).map(({ pinyin }) => pinyin),
    ...(person.names ?? []).filter(({ type }) => type === 'foreign').map(({ name }) => name),
    ...(person.searchNames ?? []),
  ]
  return read.some((pinyin) => pinyin !== undefined && lettersOf(romanised(pinyin)) === letters)
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z]/g, '')
}
