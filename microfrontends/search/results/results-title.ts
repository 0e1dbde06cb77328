/** What the results are of, in words: "李白的作品", "唐代诗词"; title and heading of the page. */
import type { SearchAddress } from '../address/search-address.ts'
import type { Labels } from '../messages/labels.ts'
import type { FacetCounts } from '../operations.generated.ts'
import { countedOf, facetName } from './facet-words.ts'

/** Values of one facet that are named; a title with twenty of them tells nothing. */
const MOST_NAMES = 3

/** Facets that have a place of their own in the phrase. */
const PHRASED = new Set(['kind', 'author', 'period', 'collection', 'library', 'language'])

/** Title of a page of results. `facets` are those of the answer: they know the names behind the address's values. */
export function resultsTitle(address: SearchAddress, facets: readonly FacetCounts[], labels: Labels): string {
  const { t } = labels
  const { query, page } = address
  const what = Object.keys(address.filters).length > 0 ? filteredWords(address, facets, labels) : null
  const found = query
    ? what === null
      ? t('results.title', { query })
      : t('results.titleFiltered', { query, what })
    : (what ?? t('results.titleAll'))
  return page > 1 ? t('results.titlePage', { title: found, page: String(page) }) : found
}

/** The chosen filters as one phrase: whose, of when, from where, and what kind of thing. */
export function filteredWords(
  address: SearchAddress,
  facets: readonly FacetCounts[],
  labels: Labels,
): string {
  const { t } = labels
  const names = (name: string): string | null => namesOf(name, address, facets, labels)
  const phrase = (name: string, key: string): string => {
    const chosen = names(name)
    return chosen === null ? '' : t(key, { names: chosen, facet: facetName(facets, name).toLowerCase() })
  }
  return t('what', {
    noun: names('kind') ?? t(address.filters.author ? 'what.works' : 'what.resources'),
    author: phrase('author', 'what.author'),
    period: phrase('period', 'what.period'),
    collection: phrase('collection', 'what.collection'),
    library: phrase('library', 'what.library'),
    language: phrase('language', 'what.language'),
    other: Object.keys(address.filters)
      .filter((name) => !PHRASED.has(name))
      .map((name) => phrase(name, 'what.other'))
      .join(''),
  })
}

function namesOf(
  name: string,
  address: SearchAddress,
  facets: readonly FacetCounts[],
  labels: Labels,
): string | null {
  const { t } = labels
  const wanted = address.filters[name] ?? []
  if (wanted.length === 0) return null
  const named = wanted.slice(0, MOST_NAMES).flatMap((value) => {
    const found = countedOf(facets, name, value)
    const words = found?.label ?? value
    // Nothing has this value, and it has no words: it is an identifier, and nobody's name.
    if (words === value && (found?.count ?? 0) === 0) return []
    return [name === 'period' && words.length === 1 ? t('what.dynasty', { name: words }) : words]
  })
  if (named.length === 0) return t('what.chosen', { facet: facetName(facets, name).toLowerCase() })
  const list = named.join(t('list.separator'))
  return wanted.length > named.length ? t('what.more', { names: list }) : list
}
