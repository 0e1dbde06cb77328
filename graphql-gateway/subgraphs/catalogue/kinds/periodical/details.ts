// What only periodicals have. Publisher, ISSN and CN number stand in the kernel, first and last issue in its dates too.
import { line } from '@shuxiang/record'
import { frequencies } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { classification } from '../classification.ts'

export const periodicalDetails = z.strictObject({
  frequency: z.enum(frequencies.map(({ id }) => id)).optional(),
  /** Where it is published. */
  place: line.optional(),
  /** First and last issue as they are numbered: 第1卷第1期（1915年9月）. A last one only when it has ceased. */
  firstIssue: line.optional(),
  lastIssue: line.optional(),
  classification: classification.optional(),
})
export type PeriodicalDetails = z.infer<typeof periodicalDetails>
