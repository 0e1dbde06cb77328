// Query.dailyPoem
import { badInput, projection, type Resolver } from '@shuxiang/subgraph-kit'
import { dailyPoemId } from '../../store/daily.ts'
import { recordsByIds } from '../../store/read.ts'
import type { RecordPart } from '../../store/reader.ts'
import { isDay } from '../day.ts'
import { visible } from '../visible.ts'

export const dailyPoem: Resolver<unknown, { date: string }, RecordPart | null> = async (
  _,
  { date },
  context,
  info,
) => {
  if (!isDay(date)) throw badInput('date: give a day as YYYY-MM-DD.')
  const id = await dailyPoemId(context, date)
  const [found] = id ? await recordsByIds(context, [id], projection(info)) : []
  return found ? visible(found) : null
}
