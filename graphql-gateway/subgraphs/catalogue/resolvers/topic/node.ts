// Parents of the fields of `Topic` and `TopicName`.
import type { RecordContent } from '@shuxiang/record'
import type { Browsed } from '@shuxiang/vocabulary'

/** A value of a facet; `shown` is what the data calls it. */
export interface TopicNameNode {
  readonly facet: Browsed
  readonly value: string
  readonly shown: string
}

export interface TopicNode extends TopicNameNode {
  readonly recordCount: number
}

/** A subject of a record, and the facet by which it is browsed. */
export type SubjectNode = RecordContent['subjects'][number] & Pick<TopicNameNode, 'facet'>
