// Query.topic, and names of values of facets that have a page.
import { LONGEST_FILTER_VALUE } from '@shuxiang/search/contract'
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { browseAddress, entryOf, forms, isBrowsed, type TopicEntry } from '@shuxiang/vocabulary'
import type { CatalogueSearch } from '../../search/port.ts'
import { countedFacet } from '../counted-facet.ts'
import { firstUpTo } from '../first-up-to.ts'
import { collectionById, personById } from '../loaders.ts'
import type { Names } from '../names.ts'
import type { WorkCounts } from '../person/counts.ts'
import { spanWords, yearsOfPeriod } from './period-years.ts'
import type {
  CollectionResolvers,
  PeriodResolvers,
  QueryResolvers,
  SubjectResolvers,
  TopicNameResolvers,
  TopicResolvers,
} from '../../schema/types.generated.ts'

const mostPeople = 24

export function topic(search: CatalogueSearch): QueryResolvers['topic'] {
  return async (_, { facet, value }, context) => {
    if (!isBrowsed(facet) || value === '' || value.length > LONGEST_FILTER_VALUE) return null
    const filters = [{ name: facet, anyOf: [value] }]
    const { total, facet: found } = await countedFacet(search, context, { name: facet, size: 1, filters })
    if (total === 0) return null
    const shown = found?.values.find((each) => each.value === value)?.label ?? value
    return { facet, value, shown, recordCount: total }
  }
}

export function topicFields(names: Names, counts: WorkCounts) {
  return {
    people: async ({ facet, value }, args, context) => {
      const first = firstUpTo(args.first ?? 12, mostPeople)
      if (first === 0) return []
      const authors = await counts.withMost(context, { facet, value })
      const found = await Promise.all(authors.map(({ _id }) => personById(context, _id)))
      return found.filter((person) => person !== null).slice(0, first)
    },
    facetLabel: ({ facet }, args) => names.facet(facet, interfaceLanguage(args)),
    label: ({ facet, value, shown }, args) => names.facetValue(facet, value, shown, interfaceLanguage(args)),
    about: async ({ facet, value }, args, context) => {
      if (facet === 'collection') return (await collectionById(context, value))?.description ?? null
      const table: readonly TopicEntry[] = facet === 'form' ? forms : []
      return entryOf(table, value)?.about?.[interfaceLanguage(args)] ?? null
    },
    years: ({ facet, value }, args) => {
      const years = yearsOfPeriod(facet, value)
      return years && spanWords(years, interfaceLanguage(args))
    },
    url: ({ facet, value }) => browseAddress(facet, value),
  } satisfies Partial<TopicResolvers>
}

export function topicNameFields(names: Names) {
  return {
    label: ({ facet, value, shown }, args) => names.facetValue(facet, value, shown, interfaceLanguage(args)),
    url: ({ facet, value }) => browseAddress(facet, value),
  } satisfies Partial<TopicNameResolvers>
}

/** Periods, collections and subjects as other types of the graph have them. */
export function namedFields(names: Names) {
  return {
    Period: {
      label: ({ id, label }, args) => names.facetValue('period', id, label, interfaceLanguage(args)),
      url: ({ id }) => browseAddress('period', id),
    } satisfies Partial<PeriodResolvers>,
    Subject: {
      name: ({ facet, label }, args) => names.facetValue(facet, label, label, interfaceLanguage(args)),
      url: ({ facet, label }) => browseAddress(facet, label),
    } satisfies Partial<SubjectResolvers>,
    Collection: {
      name: ({ _id, name }, args) => names.facetValue('collection', _id, name, interfaceLanguage(args)),
      url: ({ _id }) => browseAddress('collection', _id),
    } satisfies Pick<CollectionResolvers, 'name' | 'url'>,
  }
}
