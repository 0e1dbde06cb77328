// Record.text
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { textById } from '../loaders.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

export const text = fieldOf<RecordDoc, RecordResolvers['text']>()(
  ['_id', 'textLength', 'withdrawn'],
  async (doc, _, context) =>
    doc.withdrawn || doc.textLength === 0 ? null : ((await textById(context, doc._id))?.paragraphs ?? null),
)
