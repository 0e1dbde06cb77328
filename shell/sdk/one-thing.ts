/** Pages of one thing, such as a record or a person: what is to be said while it is not there. */
import { computed, type ComputedRef } from 'vue'
// By the name of the package: that is shared, and this file goes into each microfrontend that asks for it.
import { isLasting, type GqlError, type Head, type Query } from '@shuxiang/sdk'

export interface OneThing {
  /** It was asked for, and there is none: an answer without it and without an error. */
  readonly unknown: ComputedRef<boolean>
  /** It could not be had; that stays said while it is asked for again. */
  readonly away: ComputedRef<boolean>
  /** A fault of ours, which asking again does not mend. */
  readonly lasting: ComputedRef<boolean>
  /** Of the page without it. `trouble` and `waiting` are titles. */
  head(titles: { readonly trouble: string; readonly waiting: string }): Head
}

/**
 * @param found whether the answer has it
 * @param hides whether an error keeps it from being had: what stands beside it may be away without it
 */
export function useOneThing(
  { data, errors, failure, stale }: Pick<Query<unknown>, 'data' | 'errors' | 'failure' | 'stale'>,
  found: () => boolean,
  hides: (error: GqlError) => boolean = () => true,
): OneThing {
  // What cannot be the name of one is refused before anybody looks for it: there is none.
  const troubles = computed(() => errors.value.filter(({ code }) => code !== 'BAD_USER_INPUT'))
  const answered = computed(() => (data.value !== null || errors.value.length > 0) && !stale.value)
  const unknown = computed(() => answered.value && !found() && !troubles.value.some(hides))
  const away = computed(() => failure.value !== null || troubles.value.length > 0)
  const lasting = computed(() => errors.value.some(isLasting))
  return {
    ...{ unknown, away, lasting },
    head: ({ trouble, waiting }) =>
      away.value
        ? { title: trouble, robots: 'noindex', status: lasting.value ? 500 : 503 }
        : { title: waiting, robots: 'noindex', waiting: true },
  }
}
