// What the store keeps of persons and collections.
import type { CollectionContent, PersonContent } from '@shuxiang/record'

export interface PersonDoc extends Omit<PersonContent, 'id'> {
  readonly _id: string
  readonly hash: string
  readonly updatedAt: Date
  /** Every spelling and name by which the person is looked up, as it stands; absent for what was written before. */
  readonly spellings?: readonly string[]
  /** Stands while the records that carry the names are told of a change: a writer that finds it tells them again. */
  readonly unsettled?: true
}

export interface CollectionDoc extends Omit<CollectionContent, 'id'> {
  readonly _id: string
  readonly hash: string
  readonly updatedAt: Date
  /** Kept by imports, never counted at request time. */
  readonly recordCount: number
}
