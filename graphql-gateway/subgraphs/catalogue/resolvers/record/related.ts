// Record.related
import { badInput, type Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { worksOf } from '../../store/read.ts'
import { recordProjection, visible } from '../record-fields.ts'

const most = 20

export const related: Resolver<RecordDoc, { first?: number | null }, RecordDoc[]> = async (
  doc,
  args,
  { db, signal },
  info,
) => {
  const first = args.first ?? 6
  if (first < 0 || first > most) throw badInput(`first: give a number from 0 to ${most}.`)
  if (!doc.leadPersonId || first === 0) return []
  // Some more than asked for: the record itself and withdrawn ones are left out.
  const found = await worksOf(db, doc.leadPersonId, first + 5, recordProjection(info), { signal })
  return found
    .filter(({ _id, withdrawn }) => _id !== doc._id && !withdrawn)
    .slice(0, first)
    .map(visible)
}
