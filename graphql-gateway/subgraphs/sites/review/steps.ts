// How many people a publication takes: more count at once, fewer once they were let through under the number of before.
import type { Db } from 'mongodb'
import { publicationsIn } from '../releases/documents.ts'
import type { SiteDoc } from '../store/documents.ts'

export const reviewSteps = [1, 2, 3] as const
export type ReviewSteps = (typeof reviewSteps)[number]

export const isSteps = (steps: number): steps is ReviewSteps => reviewSteps.some((one) => one === steps)

type Steps = Pick<SiteDoc, '_id' | 'reviewSteps' | 'lowered'>

/** What counts now. */
export async function stepsInForce(
  db: Db,
  { _id: site, reviewSteps: steps = 1, lowered }: Steps,
): Promise<ReviewSteps> {
  if (!lowered || lowered.from <= steps) return steps
  const passed = await publicationsIn(db).countDocuments(
    { site, state: 'live', rev: { $gte: lowered.rev } },
    { limit: 1 },
  )
  return passed > 0 ? steps : lowered.from
}

/** What is stored with another number; `rev`: of the site with it. */
export async function changedSteps(
  db: Db,
  site: Steps,
  steps: ReviewSteps,
  rev: number,
): Promise<Pick<SiteDoc, 'reviewSteps'> & { readonly lowered: SiteDoc['lowered'] | null }> {
  // Said once more with something else: what is under way to readers lowers it still.
  if (steps === (site.reviewSteps ?? 1)) return { reviewSteps: steps, lowered: site.lowered ?? null }
  const from = await stepsInForce(db, site)
  return { reviewSteps: steps, lowered: steps < from ? { from, rev } : null }
}
