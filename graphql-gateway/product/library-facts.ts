// What several subgraphs know of a library, for the job that judges sites.
import { hasStaff } from '@shuxiang/subgraph-operations/memberships'
import { visitingKnown, type VisitingKnown } from '@shuxiang/subgraph-visiting/content'
import type { Db } from 'mongodb'

export interface LibraryFacts extends VisitingKnown {
  /** Somebody has a role at the library. */
  readonly staff: boolean
}

export async function libraryFacts(db: Db, library: string, now: Date): Promise<LibraryFacts> {
  const [visiting, staff] = await Promise.all([visitingKnown(db, library), hasStaff(db, library, now)])
  return { ...visiting, staff }
}
