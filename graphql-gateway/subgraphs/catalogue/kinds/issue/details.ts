// What only an issue of a periodical has. Its place among the issues stands in its relation to the periodical.
import { line } from '@shuxiang/record'
import { z } from 'zod'

const numbering = z.string().min(1).max(40)

export const issueDetails = z.strictObject({
  /** Title of the periodical, for lists and references. */
  periodical: line,
  /** As printed: 50, 新1. */
  volume: numbering.optional(),
  /** As printed: 3, 5-6, 增刊. */
  number: numbering.optional(),
  /** Year by which it is numbered, which need not be the year in which it came out. */
  year: z.int().min(1600).max(2200).optional(),
  pages: z.int().min(1).max(10_000).optional(),
})
export type IssueDetails = z.infer<typeof issueDetails>
