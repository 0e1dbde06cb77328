// Reading lists of proposals.
import type { Db } from 'mongodb'
import { mostProposals } from '../bounds.ts'
import { proposalsIn, type ProposalDoc } from './documents.ts'

/** Newest first; without a library, those of all. */
export function proposalsOf(db: Db, library: string | null, signal: AbortSignal): Promise<ProposalDoc[]> {
  return proposalsIn(db)
    .find(
      { ...(library === null ? {} : { library }), state: { $in: ['open', 'confirmed', 'declined'] } },
      { signal },
    )
    .sort({ at: -1, _id: 1 })
    .limit(mostProposals)
    .toArray()
}
