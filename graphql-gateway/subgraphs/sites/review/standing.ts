// Whether enough people have looked. Pure.
import type { DoneBy } from '../editing/page-marks.ts'
import type { ReviewSteps } from './steps.ts'

export interface Standing {
  readonly steps: ReviewSteps
  /** Subjects of who changed what readers do not have yet. */
  readonly changers: ReadonlySet<string>
  /** Subjects of who let exactly this pass; those who changed something do not count among them. */
  readonly approvers: readonly string[]
}

/** `changers` and `approvals`: those who did it. */
export const standingWith = (
  steps: ReviewSteps,
  changers: readonly Pick<DoneBy, 'by'>[],
  approvals: readonly Pick<DoneBy, 'by'>[],
): Standing => ({
  steps,
  changers: new Set(changers.map(({ by }) => by)),
  approvers: approvals.map(({ by }) => by),
})

/** Subjects whose approval counts. */
export const lookers = ({ changers, approvers }: Omit<Standing, 'steps'>): ReadonlySet<string> =>
  new Set(approvers.filter((one) => !changers.has(one)))

/** How many others have still to look. */
export function wanted(standing: Standing): number {
  return Math.max(0, standing.steps - 1 - lookers(standing).size)
}

export type Hindrance = 'second-person' | 'review-wanted'

/**
 * Why somebody may not publish; null: they may. Who changed nothing has looked at what they publish. With three steps the last
 * of the two who looked publishes.
 */
export function hindrance(standing: Standing, publisher: string): Hindrance | null {
  const { steps, changers } = standing
  if (steps === 1) return null
  const looked = new Set(lookers(standing))
  if (!changers.has(publisher)) looked.add(publisher)
  else if (steps === 3 || looked.size === 0) return 'second-person'
  return looked.size < steps - 1 ? 'review-wanted' : null
}
