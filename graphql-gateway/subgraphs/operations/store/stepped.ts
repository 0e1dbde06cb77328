// The collections as what they have in common, for the steps.
import type { Db } from 'mongodb'
import type { SteppedDoc } from './documents.ts'

/** Those of the collections whose documents go in steps. */
export const stepped = ['memberships', 'admin_proposals', 'invitations'] as const

export const steppedIn = (db: Db, name: (typeof stepped)[number]) => db.collection<SteppedDoc>(name)
