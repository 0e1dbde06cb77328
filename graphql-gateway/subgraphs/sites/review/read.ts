// How far a site is on its way through review: what would be new, who changed it, who looked, what was said.
import type { Db } from 'mongodb'
import type { DoneBy } from '../editing/page-marks.ts'
import { numbered, publicationsIn } from '../releases/documents.ts'
import type { SiteDoc } from '../store/documents.ts'
import { approvalsOf, formerApprovals } from './approvals.ts'
import { mostLapsed } from './bounds.ts'
import { changersSince } from './changers.ts'
import { reviewsIn, type ApprovalDoc, type ReviewDoc } from './documents.ts'
import { differenceOf, draftLook, publishedLook, type Difference, type Look } from './look.ts'
import { lookers, standingWith, wanted, type Standing } from './standing.ts'
import { stepsInForce, type ReviewSteps } from './steps.ts'

/** An approval, and why it counts no more; null: it counts. */
export interface ToldApproval {
  readonly approval: ApprovalDoc
  readonly since: Difference | null
}

export interface SiteReview {
  readonly site: string
  readonly hash: string
  readonly look: Look
  readonly steps: ReviewSteps
  readonly stepsAfter: ReviewSteps
  /** Something would be other for readers. */
  readonly differs: boolean
  readonly changers: readonly DoneBy[]
  /** Those that count first, of each person the last. */
  readonly approvals: readonly ToldApproval[]
  readonly standing: Standing
  readonly wanted: number
  readonly said: Pick<ReviewDoc, 'asked' | 'answered'>
}

export async function reviewOf(db: Db, site: SiteDoc, signal?: AbortSignal): Promise<SiteReview> {
  const options = signal ? { signal } : {}
  const { _id: code, live, reviewSteps: stepsAfter = 1 } = site
  const [{ look, hash }, steps, changers, published, said] = await Promise.all([
    draftLook(db, site, signal),
    stepsInForce(db, site),
    changersSince(db, site, signal),
    live ? publicationsIn(db).findOne({ _id: numbered(code, live.publication) }, options) : null,
    reviewsIn(db).findOne({ _id: code }, options),
  ])
  const since = published?.at ?? new Date(0)
  const [given, former, before] = await Promise.all([
    approvalsOf(db, code, hash, signal),
    formerApprovals(db, { site: code, hash, since, most: mostLapsed }, signal),
    published && publishedLook(published, steps),
  ])
  const standing = standingWith(steps, changers, given)
  const counting = lookers(standing)
  const approvals = [
    ...given.filter(({ by }) => counting.has(by)).map((approval) => ({ approval, since: null })),
    ...former.map((approval) => ({ approval, since: differenceOf(approval.look, look) })),
  ]
  const asked = said?.asked && said.asked.at > since ? said.asked : undefined
  const answered = said?.answered && said.answered.at > since ? said.answered : undefined
  return {
    ...{ site: code, hash, look, steps, stepsAfter, changers, standing },
    differs: before === null || differenceOf(before, look) !== null,
    approvals: lastOfEach(approvals),
    wanted: wanted(standing),
    said: { ...(asked && { asked }), ...(answered && { answered }) },
  }
}

function lastOfEach(approvals: readonly ToldApproval[]): readonly ToldApproval[] {
  const seen = new Set<string>()
  return approvals.filter(({ approval: { by } }) => !seen.has(by) && seen.add(by))
}
