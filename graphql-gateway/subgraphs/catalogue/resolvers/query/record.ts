// Query.record
import type { Resolver } from '@shuxiang/subgraph-kit'
import { idPattern, type RecordDoc } from '../../model/record.ts'
import { recordsByIds } from '../../store/read.ts'
import { recordProjection, visible } from '../record-fields.ts'

export const record: Resolver<unknown, { id: string }, RecordDoc | null> = async (
  _,
  { id },
  { db, signal },
  info,
) => {
  if (!idPattern.test(id)) return null
  const [found] = await recordsByIds(db, [id], recordProjection(info), { signal })
  return found ? visible(found) : null
}
