// Query.record
import { projection, type Resolver } from '@shuxiang/subgraph-kit'
import { idPattern } from '../../model/record.ts'
import { recordsByIds, type RecordPart } from '../../store/read.ts'
import { visible } from '../visible.ts'

export const record: Resolver<unknown, { id: string }, RecordPart | null> = async (
  _,
  { id },
  { db, signal },
  info,
) => {
  if (!idPattern.test(id)) return null
  const [found] = await recordsByIds(db, [id], projection(info), { signal })
  return found ? visible(found) : null
}
