// What only persons have. Birth and death stand among the dates (born, died).
import { line } from '@shuxiang/record'
import { nameTypes } from '@shuxiang/vocabulary'
import { z } from 'zod'

export const personDetails = z.strictObject({
  /** Other names, each with what it is. */
  names: z.array(z.strictObject({ name: line, type: z.enum(nameTypes.map(({ id }) => id)) })).max(50),
  birthPlace: line.optional(),
  deathPlace: line.optional(),
  /** 诗人, 史学家. */
  occupations: z.array(line).max(20),
})
export type PersonDetails = z.infer<typeof personDetails>
