// What only archived pages have. First and last capture stand among the dates (captured).
import { webAddress } from '@shuxiang/record'
import { z } from 'zod'

export const webDetails = z.strictObject({
  /** Address that was captured. */
  seed: webAddress,
  captureCount: z.int().min(1).max(10_000_000),
  /** Of the last capture. */
  httpStatus: z.int().min(100).max(599).optional(),
  /** Media type of the last capture. */
  mime: z
    .string()
    .regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/)
    .optional(),
})
export type WebDetails = z.infer<typeof webDetails>
