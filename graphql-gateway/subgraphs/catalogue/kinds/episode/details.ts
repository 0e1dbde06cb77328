// What only episodes have. The place in the series stands in the relation to it.
import { duration, line } from '@shuxiang/record'
import { z } from 'zod'

export const episodeDetails = z.strictObject({
  /** Title of what it is an episode of, for lists and references. */
  series: line,
  /** Seconds. */
  duration: duration.optional(),
})
export type EpisodeDetails = z.infer<typeof episodeDetails>
