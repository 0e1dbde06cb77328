// What only videos have.
import { duration, language } from '@shuxiang/record'
import { z } from 'zod'

const pixels = z.int().min(1).max(65_536)

export const videoDetails = z.strictObject({
  /** Seconds. */
  duration: duration.optional(),
  /** Pixels of the best file. */
  resolution: z.strictObject({ width: pixels, height: pixels }).optional(),
  /** Languages of its captions; empty when it has none. */
  captions: z.array(language).max(40),
})
export type VideoDetails = z.infer<typeof videoDetails>
