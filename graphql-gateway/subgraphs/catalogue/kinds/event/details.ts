// What only events have. Who holds it stands among the agents, when among the dates (begins, ends).
import { line, webAddress } from '@shuxiang/record'
import { z } from 'zod'

export const eventDetails = z.strictObject({
  /** House and room. */
  venue: line.optional(),
  address: line.optional(),
  /** Seats. */
  capacity: z.int().min(1).max(1_000_000).optional(),
  /** For whom it is: 6—12岁儿童及家长. */
  audience: line.optional(),
  /** Where one registers. */
  registration: webAddress.optional(),
})
export type EventDetails = z.infer<typeof eventDetails>
