// What only maps have.
import { line } from '@shuxiang/record'
import { z } from 'zod'

export const mapDetails = z.strictObject({
  /** Denominator: 50000 for 1:50,000. */
  scale: z.int().min(1),
  projection: line.optional(),
})
export type MapDetails = z.infer<typeof mapDetails>
