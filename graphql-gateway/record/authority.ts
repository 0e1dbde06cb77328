// Persons and collections: the names that many records share.
import { z } from 'zod'
import { bounds } from './bounds.ts'
import { id, name, text } from './kernel.ts'

export const personContent = z.object({
  id,
  name,
  /** Other spellings: the traditional script, courtesy names. */
  alternativeNames: z.array(name).max(20),
  period: z.object({ id, label: name }).nullable(),
  biography: text(bounds.paragraph).nullable(),
})
export type PersonContent = z.infer<typeof personContent>

export const collectionContent = z.object({
  id,
  name,
  description: text(bounds.abstract).nullable(),
  /** Place in lists, lowest first. */
  order: z.int(),
})
export type CollectionContent = z.infer<typeof collectionContent>
