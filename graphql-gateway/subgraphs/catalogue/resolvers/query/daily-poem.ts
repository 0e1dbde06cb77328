// Query.dailyPoem
import { badInput, type Resolver } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { dailyPoemId } from '../../store/daily.ts'
import { recordsByIds } from '../../store/read.ts'
import { recordProjection, visible } from '../record-fields.ts'

export const dailyPoem: Resolver<unknown, { date: string }, RecordDoc | null> = async (
  _,
  { date },
  { db, signal },
  info,
) => {
  if (!isDate(date)) throw badInput('date: give a day as YYYY-MM-DD.')
  const id = await dailyPoemId(db, date, signal)
  const [found] = id ? await recordsByIds(db, [id], recordProjection(info), { signal }) : []
  return found ? visible(found) : null
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
