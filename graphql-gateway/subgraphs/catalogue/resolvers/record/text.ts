// Record.text
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { textById, witnessesById } from '../loaders.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

export const text = fieldOf<RecordDoc, RecordResolvers['text']>()(
  ['_id', 'textLength', 'witnessCount', 'withdrawn'],
  async (doc, { witness }, context) => {
    if (doc.withdrawn || doc.textLength === 0) return null
    const others = witness && doc.witnessCount ? await witnessesById(context, doc._id) : null
    const chosen = others?.witnesses.find((other) => other.witness === witness)
    return (chosen ?? (await textById(context, doc._id)))?.paragraphs ?? null
  },
)
