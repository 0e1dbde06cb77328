// What only pictures have.
import { line } from '@shuxiang/record'
import { z } from 'zod'

const pixels = z.int().min(1).max(2_000_000)

export const pictureDetails = z.strictObject({
  /** Pixels of the best file. */
  width: pixels.optional(),
  height: pixels.optional(),
  /** How the thing that it shows, or itself, was made: 绢本设色, 木版套印, 摄影. */
  technique: line.optional(),
  /** Size of the original, as its catalogue says it: 纵24.8厘米，横528.7厘米. */
  dimensions: line.optional(),
})
export type PictureDetails = z.infer<typeof pictureDetails>
