// The fields of `SearchEdge`, each with what it needs of the record.
import type { StoredType } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { chapters } from './chapters.ts'
import { edgeField } from './edge.ts'
import { snippet } from './snippet.ts'
import { title } from './title.ts'
import { url } from './url.ts'

export const searchEdgeFields: StoredType<RecordDoc> = {
  fields: {
    cursor: edgeField([], ({ cursor }) => cursor),
    node: edgeField([], ({ node }) => node),
    title,
    snippet,
    url,
    chapters,
    cutAt: edgeField([], ({ hit }) => hit.cutAt ?? null),
  },
}
