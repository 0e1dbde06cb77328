// What only lectures have. The place in the course stands in the relation to it.
import { duration, line } from '@shuxiang/record'
import { z } from 'zod'

export const lectureDetails = z.strictObject({
  /** Title of the course or series that it belongs to, for lists and references. */
  series: line.optional(),
  /** Seconds. */
  duration: duration.optional(),
  level: line.optional(),
})
export type LectureDetails = z.infer<typeof lectureDetails>
