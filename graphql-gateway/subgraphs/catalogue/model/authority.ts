// Persons and collections: the names that many records share.
import { z } from 'zod'
import { bounds, idPattern } from './record.ts'

const id = z.string().regex(idPattern)
const name = z.string().min(1).max(bounds.name)

export const personContent = z.object({
  id,
  name,
  /** Other spellings: the traditional script, courtesy names. */
  alternativeNames: z.array(name).max(20),
  period: z.object({ id, label: name }).nullable(),
  biography: z.string().min(1).max(20_000).nullable(),
})
export type PersonContent = z.infer<typeof personContent>

export const collectionContent = z.object({
  id,
  name,
  description: z.string().min(1).max(bounds.abstract).nullable(),
  /** Place in lists, lowest first. */
  order: z.int(),
})
export type CollectionContent = z.infer<typeof collectionContent>

export interface PersonDoc extends Omit<PersonContent, 'id'> {
  readonly _id: string
  readonly hash: string
  readonly updatedAt: Date
}

export interface CollectionDoc extends Omit<CollectionContent, 'id'> {
  readonly _id: string
  readonly hash: string
  readonly updatedAt: Date
  /** Kept by imports, never counted at request time. */
  readonly recordCount: number
}
