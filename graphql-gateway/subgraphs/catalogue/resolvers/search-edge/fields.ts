// The fields of `SearchEdge`, each with what it needs of the record.
import type { StoredType } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { chapters } from './chapters.ts'
import type { SearchEdge } from './edge.ts'
import { snippet } from './snippet.ts'
import { snippetSource } from './snippet-source.ts'
import { title } from './title.ts'
import { titleBeside } from './title-beside.ts'
import { url } from './url.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const searchEdgeFields: StoredType<RecordDoc, SearchEdgeResolvers, SearchEdge<RecordDoc>> = {
  fields: {
    cursor: { needs: [], resolve: ({ cursor }) => cursor },
    node: { needs: [], resolve: ({ node }) => node },
    title,
    titleBeside,
    snippet,
    snippetSource,
    url,
    chapters,
    cutAt: { needs: [], resolve: ({ hit }) => hit.cutAt ?? null },
  },
}
