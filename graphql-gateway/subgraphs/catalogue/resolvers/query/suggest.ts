// Query.suggest
import { inScript, scriptOf } from '@shuxiang/han'
import { LONGEST_PREFIX, MOST_SUGGESTIONS, type Suggestion } from '@shuxiang/search/contract'
import { interfaceLanguage, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { personAddress, recordAddress, searchAddress } from '@shuxiang/vocabulary'
import { verseAddress } from '@shuxiang/vocabulary/verse'
import type { HanScript, QueryResolvers, SuggestionResolvers } from '../../schema/types.generated.ts'
import type { CatalogueSearch } from '../../search/port.ts'
import { firstUpTo } from '../first-up-to.ts'
import { personOfSpelling, titlesById, witnessesById } from '../loaders.ts'
import { personLabel } from '../person/label.ts'
import { besideTitle } from '../record/title-beside.ts'
import { forReaders } from '../search-failure.ts'
import { scopesOf } from '../search-request.ts'
import type { SuggestionNode } from './suggestion-node.ts'

export function suggest(search: CatalogueSearch): QueryResolvers['suggest'] {
  return async (_, { prefix, first, script = null }, context) => {
    const typed = prefix.slice(0, LONGEST_PREFIX).trim()
    const limit = firstUpTo(first ?? 8, MOST_SUGGESTIONS)
    if (typed === '' || limit === 0) return []
    const { signal, tenant } = context
    const found = await forReaders(() => search.suggest(typed, { limit, scopes: scopesOf(tenant) }, signal))
    const persons = await Promise.all(
      found.map(({ kind, text }) => (kind === 'creator' ? personOfSpelling(context, text) : null)),
    )
    const urls = await Promise.all(found.map((suggestion) => urlOf(suggestion, context)))
    const suggestions = found.map((suggestion, i): SuggestionNode => {
      const url = urls[i] ?? ''
      const { text, kind, count, of: work } = suggestion
      const of = work ? [work.title, ...work.creator].filter(Boolean).join(BETWEEN) : null
      const person = persons[i]?.person ?? null
      const titleOf = kind === 'title' ? suggestion.recordId : null
      const node = { text, kind, count, of, titleOf, person, script }
      if (person === null) return { ...node, url, name: null }
      const name = person.name === text ? null : person.name
      return { ...node, url: personAddress(person._id), name }
    })
    return suggestions.filter((one, i) => isOffered(one, i, suggestions))
  }
}

export const suggestionFields = {
  text: ({ text, script }) => written(text, script),
  name: async (suggestion, _, context) => {
    const name = await nameOf(suggestion, context)
    return name === null ? null : written(name, suggestion.script)
  },
  of: async (suggestion, args, context) => {
    const of = await besideOf(suggestion, interfaceLanguage(args), context)
    return of === null ? null : written(of, suggestion.script)
  },
} satisfies Partial<SuggestionResolvers>

/** Whoever typed letters is told what the record is called here. */
async function nameOf(
  { name, text, titleOf }: SuggestionNode,
  context: SubgraphContext,
): Promise<string | null> {
  if (titleOf === null || HAN.test(text)) return name
  const own = (await titlesById(context, titleOf))?.title
  return own === undefined || own === text ? name : own
}

/** Whoever reads letters is told what the record is called in her language. */
async function besideOf(
  { of, text, titleOf, person }: SuggestionNode,
  language: 'zh-CN' | 'en',
  context: SubgraphContext,
): Promise<string | null> {
  if (person && language === 'en') return personLabel(person, language, context)
  if (titleOf === null || language === 'zh-CN' || !HAN.test(text)) return of
  const record = await titlesById(context, titleOf)
  // It may be another title of the record than its own: that is the one to be heard.
  return record ? ((await besideTitle({ ...record, title: text }, language))?.text ?? of) : of
}

/** Titles and names do not say their script, and stay as they are where they are in the one that is wanted. */
async function written(text: string, script: HanScript | null): Promise<string> {
  if (script === null || !HAN.test(text)) return text
  const wanted = script === 'HANS' ? 'Hans' : 'Hant'
  const parts = text
    .split(BETWEEN)
    .map(async (part) => ((await scriptOf(part)) === wanted ? part : inScript(part, wanted)))
  return (await Promise.all(parts)).join(BETWEEN)
}

/** Between a title and who made it, which may come in two scripts. */
const BETWEEN = ' · '
const HAN = /\p{Script=Han}/u

/** A person is offered once: by the own name where that was suggested, else by the other name that fits best. */
function isOffered(one: SuggestionNode, place: number, all: readonly SuggestionNode[]): boolean {
  const same = all.filter(({ url }) => url === one.url)
  const kept = same.find(({ name }) => name === null) ?? same[0]
  return same.length === 1 || kept === all[place]
}

async function urlOf({ text, kind, recordId, of }: Suggestion, context: SubgraphContext): Promise<string> {
  if (recordId && of) {
    const { n, witness } = of
    if (witness === undefined) return verseAddress(recordId, n)
    const others = await witnessesById(context, recordId)
    return verseAddress(recordId, n, { text: others?.witnesses[witness - 1]?.witness ?? null })
  }
  if (recordId) return recordAddress(recordId)
  return searchAddress({ query: kind === 'title' ? text : queryOf[kind](text.replaceAll('"', '')) })
}

const queryOf = {
  creator: (name: string): string => `author:"${name}"`,
  line: (line: string): string => `"${line}"`,
}
