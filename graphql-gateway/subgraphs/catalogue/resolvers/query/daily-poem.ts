// Query.dailyPoem
import { badInput, projection, type Resolver } from '@shuxiang/subgraph-kit'
import { dailyPoemId } from '../../store/daily.ts'
import { recordsByIds, type RecordPart } from '../../store/read.ts'
import { visible } from '../visible.ts'

export const dailyPoem: Resolver<unknown, { date: string }, RecordPart | null> = async (
  _,
  { date },
  { db, signal },
  info,
) => {
  if (!isDate(date)) throw badInput('date: give a day as YYYY-MM-DD.')
  const id = await dailyPoemId(db, date, signal)
  const [found] = id ? await recordsByIds(db, [id], projection(info), { signal }) : []
  return found ? visible(found) : null
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
