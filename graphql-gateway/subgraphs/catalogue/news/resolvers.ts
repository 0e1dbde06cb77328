// SavedSearch.news, Query.searchNews, SearchNews.latest
import type { Kinds } from '@shuxiang/record'
import { LONGEST_FILTER_VALUE, MOST_FILTERS, MOST_FILTER_VALUES } from '@shuxiang/search/contract'
import { badInput, perRequest, projection, type ReferencesOf } from '@shuxiang/subgraph-kit'
import { LONGEST_BOX } from '@shuxiang/vocabulary/search-limits'
import { visible } from '../resolvers/visible.ts'
import type { QueryResolvers, SavedSearchResolvers, SearchNewsResolvers } from '../schema/types.generated.ts'
import type { CatalogueSearch } from '../search/port.ts'
import { recordsByIds } from '../store/read.ts'
import { newsOf, type Followed, type News } from './news.ts'

/** Searches of a guest that are asked for at once. */
const most = 20

export function newsResolvers(search: CatalogueSearch, kinds: Kinds) {
  const facetNames = new Set(kinds.facets.map(({ id }) => id))
  /** By the text of what is asked: all of one reader are asked together, and two that ask the same once. */
  const load = perRequest<News & { readonly _id: string }>(async (context, texts) => {
    const followed = texts.map((text) => readAsked(JSON.parse(text), facetNames))
    const news = await newsOf(search, followed, context)
    return news.map((each, i) => ({ ...each, _id: texts[i] ?? '' }))
  })

  /** What is needed comes with the reference. */
  const references: ReferencesOf<SavedSearchResolvers> = async (saved) =>
    saved.map((one) => ({ id: one.id, asked: 'asked' in one ? one.asked : null }))

  const ofSaved: SavedSearchResolvers['news'] = ({ asked }, _, context) =>
    load(context, JSON.stringify(asked))

  const searchNews: QueryResolvers['searchNews'] = (_, { searches }, context) => {
    if (searches.length > most) throw badInput(`searches: give at most ${most}.`)
    const followed = searches.map(({ query, filter, since }) =>
      readAsked({ query, filters: filter, seenAt: since }, facetNames),
    )
    return newsOf(search, followed, context)
  }

  const latest: SearchNewsResolvers['latest'] = async ({ ids }, _, context, info) => {
    const found = await recordsByIds(context, ids, projection(info))
    const byId = new Map(found.map((doc) => [doc._id, doc]))
    return ids.flatMap((id) => {
      const doc = byId.get(id)
      return doc && !doc.withdrawn ? [visible(doc)] : []
    })
  }
  return { references, ofSaved, searchNews, latest }
}

/** Facets of kinds that are installed no more are left out. Errors: BAD_USER_INPUT. */
function readAsked(asked: unknown, facetNames: ReadonlySet<string>): Followed {
  const { query, filters, seenAt } = isObject(asked) ? asked : {}
  if (typeof query !== 'string' || query.length > LONGEST_BOX)
    throw badInput(`query: give at most ${LONGEST_BOX} characters.`)
  const since = typeof seenAt === 'string' && seenAt.length <= 40 ? Date.parse(seenAt) : Number.NaN
  if (Number.isNaN(since) || since < 0) throw badInput('since: give a time as ISO 8601 has it.')
  if (!Array.isArray(filters) || filters.length > MOST_FILTERS)
    throw badInput(`filter: give at most ${MOST_FILTERS} filters.`)
  return {
    query,
    filters: filters.map(readFilter).filter(({ name }) => facetNames.has(name)),
    since: new Date(since),
  }
}

function readFilter(filter: unknown): Followed['filters'][number] {
  const { name, anyOf } = isObject(filter) ? filter : {}
  const isValue = (value: unknown): value is string =>
    typeof value === 'string' && value.length <= LONGEST_FILTER_VALUE
  if (
    typeof name !== 'string' ||
    !Array.isArray(anyOf) ||
    anyOf.length < 1 ||
    anyOf.length > MOST_FILTER_VALUES ||
    !anyOf.every(isValue)
  )
    throw badInput(`filter: give a name and 1 to ${MOST_FILTER_VALUES} values of each.`)
  return { name, anyOf }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
