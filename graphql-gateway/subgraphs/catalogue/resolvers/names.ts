// Names of coded values: of kinds as they are installed, of other codes as the vocabulary has them.
import type { Kinds } from '@shuxiang/record'
import {
  accessPolicies,
  collectionNames,
  forms,
  languages,
  lengths,
  nameOf,
  periods,
  statuses,
  subjectNames,
  type Entry,
  type FacetEntry,
  type InterfaceLanguage,
} from '@shuxiang/vocabulary'

export interface Names {
  kind(id: string, language: InterfaceLanguage): string
  facet(id: string, language: InterfaceLanguage): string
  /** `label` is what the index keeps of the value. */
  facetValue(facet: string, value: string, label: string, language: InterfaceLanguage): string
}

const tables: Readonly<Record<Exclude<FacetEntry['values'], 'data' | 'kinds'>, readonly Entry[]>> = {
  languages,
  statuses,
  accessPolicies,
  periods,
  forms,
  collections: collectionNames,
  subjects: subjectNames,
  lengths,
}

export function namesOf(kinds: Kinds): Names {
  const byFacet = new Map(kinds.facets.map((facet) => [facet.id, facet]))
  /** Tabs and facets name many. */
  const plurals = kinds.all.map(({ entry: { id, plural } }) => ({ id, words: plural }))
  return {
    kind: (id, language) => kinds.of(id).entry.words[language],
    facet: (id, language) => nameOf(kinds.facets, id, language),
    facetValue(facet, value, label, language) {
      const from = byFacet.get(facet)?.values ?? 'data'
      if (from === 'data') return label
      const table = from === 'kinds' ? plurals : tables[from]
      return table.some(({ id }) => id === value) ? nameOf(table, value, language) : label
    },
  }
}
