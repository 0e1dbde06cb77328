// Query.dailyPoem
import { badInput, projection } from '@shuxiang/subgraph-kit'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { dailyPoemId } from '../../store/daily.ts'
import { recordsByIds } from '../../store/read.ts'
import { isDay } from '../day.ts'
import { visible } from '../visible.ts'

export const dailyPoem: QueryResolvers['dailyPoem'] = async (_, { date }, context, info) => {
  if (!isDay(date)) throw badInput('date: give a day as YYYY-MM-DD.')
  const id = await dailyPoemId(context, date)
  const [found] = id ? await recordsByIds(context, [id], projection(info)) : []
  return found ? visible(found) : null
}
