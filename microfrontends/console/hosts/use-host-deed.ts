/** Something that is done with a host, and why the graph did not do it, in this section's own words. */
import { ref, type Ref } from 'vue'
import type { GqlResult } from '@shuxiang/sdk'
import { useDeed, type Deed } from '../doing/use-deed.ts'

/** Reasons that the section has words for, below `refused.`. */
export const ownReasons = [
  'no-host',
  'our-host',
  'public-suffix',
  'look-alike',
  'host-taken',
  'host-in-quarantine',
  'too-many-hosts',
  'no-proof',
  'too-many-tries',
  'not-proved',
  'not-claimed',
] as const
export type OwnReason = (typeof ownReasons)[number]

export interface HostDeed<Values> extends Omit<Deed<Values>, 'refused'> {
  /** Key of why, in the section's words; empty: for another reason, or for none. */
  readonly why: Readonly<Ref<OwnReason | ''>>
  /** The same in the words of the console. */
  readonly refused: Ref<string>
}

export interface HostDeedOptions<Values> {
  readonly deed: string
  readonly by: string
  run(values: Values): Promise<GqlResult<unknown>>
  done(values: Values): void
}

export function useHostDeed<Values extends Readonly<Record<string, string>>>({
  deed,
  by,
  run,
  done,
}: HostDeedOptions<Values>): HostDeed<Values> {
  const why = ref<OwnReason | ''>('')
  const { busy, refused, send, kept } = useDeed<Values>({
    ...{ deed, by, done },
    async run(values) {
      why.value = ''
      const result = await run(values)
      why.value = ownReasons.find((one) => one === result.errors[0]?.reason) ?? ''
      return result
    },
  })
  return { why, busy, refused, send, kept }
}
