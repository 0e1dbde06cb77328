/** Files that were given at a field and are in the store by now: the field takes them as soon as it is on the panel. */
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { defineStore } from 'pinia'
import { useDesk } from '../desk/desk-store.ts'
import { useDraft } from '../desk/draft-store.ts'

/** Where a file was given. */
export interface GivenAt {
  /** Id of the page. */
  readonly page: string
  readonly block: string
  /** Id of the control. */
  readonly control: string
  /** What the field had then: one that has something else by now keeps that. */
  readonly had: string
}

export interface Gift {
  readonly key: string
  readonly at: GivenAt
  /** Of the asset. */
  readonly asset: string
  /** Told when its field has it. */
  readonly taken: () => void
}

/** At the same field. */
const sameField = (one: GivenAt, other: GivenAt): boolean =>
  one.page === other.page && one.block === other.block && one.control === other.control

/** At the same field, which has what it had then. */
export const samePlace = (one: GivenAt | null, other: GivenAt | null): boolean =>
  one === null || other === null ? one === other : sameField(one, other) && one.had === other.had

/** What a field does with a gift: nothing, as it is another one's or came too late; it has it already; or it takes it. */
export function dealtWith(gift: Pick<Gift, 'at' | 'asset'>, here: GivenAt): 'not' | 'has' | 'take' {
  if (samePlace(gift.at, here)) return 'take'
  // The tab was closed after the field had taken it, and before the device knew.
  return sameField(gift.at, here) && here.had === gift.asset ? 'has' : 'not'
}

export const useGifts = defineStore('editor/gifts', () => {
  /** In the order in which they came in. */
  const all = shallowRef<readonly Gift[]>([])
  return {
    all,
    add(gift: Gift): void {
      all.value = [...all.value.filter(({ key }) => key !== gift.key), gift]
    },
    drop(key: string): void {
      all.value = all.value.filter((gift) => gift.key !== key)
    },
  }
})

/** The place of a control, and what to do with each asset that was given there. */
export function useGivenHere(
  field: () => Pick<GivenAt, 'control' | 'had'>,
  take: (asset: string) => void,
): ComputedRef<GivenAt> {
  const gifts = useGifts()
  const draft = useDraft()
  const block = useDesk().chosen ?? ''
  const at = computed(() => ({
    page: draft.page?.id ?? '',
    block,
    ...field(),
  }))
  watch(
    () => gifts.all.filter((gift) => dealtWith(gift, at.value) !== 'not'),
    (here) => {
      for (const gift of here) {
        const how = dealtWith(gift, at.value)
        if (how === 'not') continue
        gifts.drop(gift.key)
        if (how === 'take') take(gift.asset)
        gift.taken()
      }
    },
    { immediate: true },
  )
  return at
}
