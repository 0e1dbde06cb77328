/** A deed whose section has its own words for some of the reasons why the graph does not do it. */
import { ref, type Ref } from 'vue'
import { useDeed, type Deed, type DeedOptions } from './use-deed.ts'

export interface ReasonedDeed<Values, Reason extends string> extends Omit<Deed<Values>, 'refused'> {
  /** Why, of the section's own reasons; empty: for another reason, or for none. */
  readonly why: Ref<Reason | ''>
  /** The same in the words of the console. */
  readonly refused: Ref<string>
}

/** `reasons`: those of the graph for which the section has words. */
export function useReasonedDeed<Values extends Readonly<Record<string, string>>, Reason extends string>(
  reasons: readonly Reason[],
  options: DeedOptions<Values>,
): ReasonedDeed<Values, Reason> {
  const why = ref('') as Ref<Reason | ''>
  const deed = useDeed<Values>({
    ...options,
    async run(values) {
      why.value = ''
      const result = await options.run(values)
      why.value = reasons.find((one) => one === result.errors[0]?.reason) ?? ''
      return result
    },
  })
  return { ...deed, why }
}
