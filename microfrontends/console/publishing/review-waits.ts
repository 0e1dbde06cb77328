/** What of the review of a site waits for who looks at the console. Pure. */
import type { ReviewWaitsData } from '../operations.generated.ts'

export type Review = NonNullable<ReviewWaitsData['siteReview']>

export interface Waits {
  readonly what: 'review' | 'sentBack' | 'takenBack'
  readonly name: string
  readonly at: string
  readonly words: string
}

/** Null: nothing does. */
export function reviewWaits(review: Review | null): Waits | null {
  if (!review?.differs) return null
  const { asked, answered, part, wanted, steps } = review
  if (answered)
    return !answered.own && (part === 'CHANGED' || asked?.own)
      ? { ...answered, what: answered.how === 'SENT_BACK' ? 'sentBack' : 'takenBack' }
      : null
  const isWanted = part === 'MAY_LOOK' && (wanted > 0 || steps === 1)
  return asked && !asked.own && isWanted ? { ...asked, what: 'review' } : null
}
