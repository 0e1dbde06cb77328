// What only books have. Publisher and ISBN stand in the kernel, among agents and identifiers.
import { line } from '@shuxiang/record'
import { z } from 'zod'
import { classification } from '../classification.ts'

export const bookDetails = z.strictObject({
  /** Where it was published. */
  place: line.optional(),
  /** As it stands on the title page: 第3版, 影印本. */
  edition: line.optional(),
  /** Volumes and pages in words, as a catalogue says it: 2册（836页）. */
  extent: line.optional(),
  /** Pages of a work in one volume. */
  pages: z.int().min(1).max(100_000).optional(),
  /** Series that the publisher put it into; `number` as printed. */
  series: z.strictObject({ title: line, number: z.string().min(1).max(40).optional() }).optional(),
  classification: classification.optional(),
})
export type BookDetails = z.infer<typeof bookDetails>
