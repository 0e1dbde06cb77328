/** Something that is put over sites or ended there, and why the graph did not do it, in this section's own words. */
import type { DeedOptions } from '../doing/use-deed.ts'
import { useReasonedDeed, type ReasonedDeed } from '../doing/use-reasoned-deed.ts'

/** Reasons that the section has words for, below `refused.`. */
export const ownReasons = ['too-many', 'from', 'until', 'words', 'path', 'gone'] as const
export type OwnReason = (typeof ownReasons)[number]

export const useOverrideDeed = <Values extends Readonly<Record<string, string>>>(
  options: DeedOptions<Values>,
): ReasonedDeed<Values, OwnReason> => useReasonedDeed(ownReasons, options)
