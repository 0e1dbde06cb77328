/** Something that is done with code, and why the graph did not do it, in this section's own words. */
import type { DeedOptions } from '../doing/use-deed.ts'
import { useReasonedDeed, type ReasonedDeed } from '../doing/use-reasoned-deed.ts'

/** Reasons that the section has words for, below `refused.`. */
export const ownReasons = [
  ...['title', 'html', 'unseen', 'height', 'why', 'full', 'key'],
  ...['other-code', 'settled', 'second-person', 'gone', 'reason'],
] as const
export type OwnReason = (typeof ownReasons)[number]

export const useCodeDeed = <Values extends Readonly<Record<string, string>>>(
  options: DeedOptions<Values>,
): ReasonedDeed<Values, OwnReason> => useReasonedDeed(ownReasons, options)
