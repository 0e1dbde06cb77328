// Names of coded values: of kinds as they are installed, of other codes as the vocabulary has them.
import { soundOf } from '@shuxiang/han'
import type { Kinds } from '@shuxiang/record'
import {
  accessPolicies,
  collectionNames,
  forms,
  furtherPeriods,
  genres,
  languages,
  lengths,
  nameOf,
  periods,
  statuses,
  subjectNames,
  themeNames,
  type Entry,
  type FacetEntry,
  type InterfaceLanguage,
} from '@shuxiang/vocabulary'

export interface Names {
  kind(id: string, language: InterfaceLanguage): string
  facet(id: string, language: InterfaceLanguage): string
  /**
   * `label` is what the index keeps of the value. A tune or a theme that has no name in English is written as it sounds too:
   * `Huàn xī shā 浣溪沙`.
   */
  facetValue(
    facet: string,
    value: string,
    label: string,
    language: InterfaceLanguage,
  ): string | Promise<string>
}

const tables: Readonly<Record<Exclude<FacetEntry['values'], 'data' | 'kinds'>, readonly Entry[]>> = {
  languages,
  statuses,
  accessPolicies,
  periods: [...periods, ...furtherPeriods],
  forms: [...forms, ...genres],
  collections: collectionNames,
  subjects: [...subjectNames, ...themeNames],
  lengths,
}

/** Facets of which readers of English are told the sound. */
const sounding = new Set(['tune', 'subject'])

/** `Huàn xī shā 浣溪沙`; a label that nobody can read as it is. */
export async function withSound(label: string): Promise<string> {
  const sound = await soundOf(label)
  return sound === null ? label : `${sound} ${label}`
}

/** `englishLibrary` tells what a library is called in English, by its code and its name. */
export function namesOf(
  kinds: Kinds,
  englishLibrary: (code: string, name: string) => string = (_, name) => name,
): Names {
  const byFacet = new Map(kinds.facets.map((facet) => [facet.id, facet]))
  /** Tabs and facets name many. */
  const plurals = kinds.all.map(({ entry: { id, plural } }) => ({ id, words: plural }))
  return {
    kind: (id, language) => kinds.of(id).entry.words[language],
    facet: (id, language) => nameOf(kinds.facets, id, language),
    facetValue(facet, value, label, language) {
      const from = byFacet.get(facet)?.values ?? 'data'
      const heard = language === 'en' && sounding.has(facet)
      const table = from === 'data' ? [] : from === 'kinds' ? plurals : tables[from]
      if (table.some(({ id }) => id === value)) return nameOf(table, value, language)
      if (facet === 'library' && language === 'en') return englishLibrary(value, label)
      return heard ? withSound(label) : label
    },
  }
}
