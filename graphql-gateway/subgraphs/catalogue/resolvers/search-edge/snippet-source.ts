// SearchEdge.snippetSource
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { entryOf, textSources } from '@shuxiang/vocabulary'
import { edgeField } from './edge.ts'
import { foundReading, readingNeeds } from './found-reading.ts'
import type { SearchEdgeResolvers } from '../../schema/types.generated.ts'

export const snippetSource = edgeField<SearchEdgeResolvers['snippetSource']>()(
  readingNeeds,
  async (edge, args, context) => {
    const { witness } = await foundReading(edge, context)
    if (witness === null) return null
    const { id, label } = witness.source
    return entryOf(textSources, id)?.words[interfaceLanguage(args)] ?? label
  },
)
