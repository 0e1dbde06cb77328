// Record.text
import type { Paragraph } from '@shuxiang/record'
import { fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { textById } from '../loaders.ts'

export const text = fieldOf<RecordDoc>()(
  ['_id', 'textLength', 'withdrawn'],
  async (doc, _: Record<string, never>, context): Promise<readonly Paragraph[] | null> =>
    doc.withdrawn || doc.textLength === 0 ? null : ((await textById(context, doc._id))?.paragraphs ?? null),
)
