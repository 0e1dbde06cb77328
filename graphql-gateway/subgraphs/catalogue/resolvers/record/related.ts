// Record.related
import { badInput, fieldOf, projection } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { worksOf, type RecordPart } from '../../store/read.ts'
import { visible } from '../visible.ts'

const most = 20

interface Page {
  readonly first?: number | null
}

export const related = fieldOf<RecordDoc>()(
  ['_id', 'leadPersonId', 'withdrawn'],
  async (doc, args: Page, { db, signal }, info): Promise<RecordPart[]> => {
    const first = args.first ?? 6
    if (first < 0 || first > most) throw badInput(`first: give a number from 0 to ${most}.`)
    if (!doc.leadPersonId || doc.withdrawn || first === 0) return []
    // Some more than asked for: the record itself and withdrawn ones are left out.
    const found = await worksOf(db, doc.leadPersonId, first + 5, projection(info), { signal })
    return found
      .filter(({ _id, withdrawn }) => _id !== doc._id && !withdrawn)
      .slice(0, first)
      .map(visible)
  },
)
