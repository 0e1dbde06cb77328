// Query.record
import { projection, type Resolver } from '@shuxiang/subgraph-kit'
import { idPattern } from '../../model/record.ts'
import { recordByFormerId, recordsByIds, type RecordPart } from '../../store/read.ts'
import { visible } from '../visible.ts'

export const record: Resolver<unknown, { id: string }, RecordPart | null> = async (
  _,
  { id },
  { db, signal },
  info,
) => {
  if (!idPattern.test(id)) return null
  const needs = projection(info)
  const [found] = await recordsByIds(db, [id], needs, { signal })
  if (found && found.withdrawn?.into === undefined) return visible(found)
  // Found to be the same work as another: its address leads there, whether this store ever had it or not.
  const kept = (await recordByFormerId(db, id, needs, { signal })) ?? found
  return kept ? visible(kept) : null
}
