// What only audiobooks have. Its genre, such as 评书, is the form of the kernel; its tracks are its contents.
import { duration } from '@shuxiang/record'
import { z } from 'zod'

export const audioDetails = z.strictObject({
  /** Of all tracks together, in seconds. */
  duration: duration.optional(),
})
export type AudioDetails = z.infer<typeof audioDetails>
