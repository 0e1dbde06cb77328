/** Something that is done with a host, and why the graph did not do it, in this section's own words. */
import type { DeedOptions } from '../doing/use-deed.ts'
import { useReasonedDeed, type ReasonedDeed } from '../doing/use-reasoned-deed.ts'

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

export const useHostDeed = <Values extends Readonly<Record<string, string>>>(
  options: DeedOptions<Values>,
): ReasonedDeed<Values, OwnReason> => useReasonedDeed(ownReasons, options)
