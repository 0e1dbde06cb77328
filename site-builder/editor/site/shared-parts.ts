/** Parts that the nation or the province keeps, for a page that names one: asked for when it does. */
import { computed, type Ref } from 'vue'
import { useQuery } from '@shuxiang/sdk'
import {
  parsePageText,
  partKey,
  partsAt,
  sharedPart,
  type PageDoc,
  type PartKeeper,
} from '@shuxiang/site-model'
import { SharedParts } from '../operations-later.generated.ts'

export interface OfferedPart {
  readonly keeper: PartKeeper
  readonly name: string
  readonly title: PageDoc['meta']['title']
}

export interface PartsOfOthers {
  /** Null until they are there. */
  readonly offered: Readonly<Ref<readonly OfferedPart[] | null>>
  /** By the keys of what names them. */
  readonly docs: Readonly<Ref<ReadonlyMap<string, PageDoc>>>
  /** They cannot be had now. */
  readonly away: Readonly<Ref<boolean>>
}

const keepers = { NATION: 'nation', PROVINCE: 'province' } as const

/** @param doc the page on the desk; null while there is none. */
export function usePartsOfOthers(site: () => string, doc: () => PageDoc | null): PartsOfOthers {
  const named = computed(() => Object.values(doc()?.blocks ?? {}).some(({ type }) => type === sharedPart))
  const { data, failure, errors } = useQuery(SharedParts, () => (named.value ? { site: site() } : null))
  const found = computed(
    () =>
      data.value?.sharedParts?.flatMap(({ keeper, name, document }) => {
        const parsed = parsePageText(document)
        return parsed.ok ? [{ keeper: keepers[keeper], name, doc: parsed.value }] : []
      }) ?? null,
  )
  return {
    offered: computed(
      () =>
        found.value?.map(({ keeper, name, doc: { meta } }) => ({ keeper, name, title: meta.title })) ?? null,
    ),
    docs: computed(
      () =>
        new Map(
          found.value?.map((one) => [partKey({ from: one.keeper, path: `${partsAt}${one.name}` }), one.doc]),
        ),
    ),
    away: computed(() => failure.value !== null || errors.value.length > 0),
  }
}
