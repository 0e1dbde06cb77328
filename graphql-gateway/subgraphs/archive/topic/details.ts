// What only topics of the web archive have. What a topic is about stands in the abstract.
import { z } from 'zod'

const count = z.int().min(0).max(100_000_000)

export const topicDetails = z.strictObject({
  /** Addresses that are captured for it. */
  seedCount: count,
  captureCount: count.optional(),
})
export type TopicDetails = z.infer<typeof topicDetails>
