// Query.dailyPoem
import { badInput, projection, type Resolver } from '@shuxiang/subgraph-kit'
import { dailyPoemId } from '../../store/daily.ts'
import { recordsByIds, type RecordPart } from '../../store/read.ts'
import { isDay } from '../day.ts'
import { visible } from '../visible.ts'

export const dailyPoem: Resolver<unknown, { date: string }, RecordPart | null> = async (
  _,
  { date },
  { db, signal },
  info,
) => {
  if (!isDay(date)) throw badInput('date: give a day as YYYY-MM-DD.')
  const id = await dailyPoemId(db, date, signal)
  const [found] = id ? await recordsByIds(db, [id], projection(info), { signal }) : []
  return found ? visible(found) : null
}
