// What stands over a site now.
import type { Db } from 'mongodb'
import { nation, overridesIn, provinceOf, type OverrideDoc } from './documents.ts'

/** Of one place at once; who makes more is refused. */
export const mostInForce = 50
const mostListed = 100

export interface Edge {
  /** The newest first. */
  readonly emergencies: readonly OverrideDoc[]
  readonly grey: boolean
  readonly takenDown: readonly OverrideDoc[]
}

/** `site`: its code; null: the portal. */
export async function edgeOf(db: Db, site: string | null, now: Date, signal: AbortSignal): Promise<Edge> {
  const over = site === null ? [nation] : [nation, provinceOf(site) ?? nation, site]
  const found = await overridesIn(db)
    .find({ over: { $in: over }, ends: { $gt: now } }, { signal })
    .sort({ at: -1, _id: 1 })
    .limit(3 * mostInForce)
    .toArray()
  const inForce = found.filter(({ from }) => from <= now)
  const of = (kind: OverrideDoc['kind']) => inForce.filter((one) => one.kind === kind)
  return { emergencies: of('emergency'), grey: of('grey').length > 0, takenDown: of('take-down') }
}

/** Of one place, the newest first, with those that are over. */
export function overridesOf(db: Db, over: string, signal: AbortSignal): Promise<OverrideDoc[]> {
  return overridesIn(db).find({ over }, { signal }).sort({ over: 1, at: -1 }).limit(mostListed).toArray()
}

/** Whether it is not over; it may begin later. */
export const isInForce = ({ ends }: OverrideDoc, now: Date): boolean => ends > now
