// What the store keeps of persons and collections.
import type { CollectionContent, PersonContent } from '@shuxiang/record'

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
