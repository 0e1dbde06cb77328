// What only courses have. Lecturers stand among the agents, the term among the dates (begins, ends).
import { duration, line } from '@shuxiang/record'
import { z } from 'zod'

export const courseDetails = z.strictObject({
  /** For whom it is: 本科生, 公众. */
  level: line.optional(),
  lectureCount: z.int().min(1).max(1000).optional(),
  /** Of all lectures together, in seconds. */
  duration: duration.optional(),
  /** Headings of what is taught, in order. */
  syllabus: z.array(line).max(200),
})
export type CourseDetails = z.infer<typeof courseDetails>
