// Person.bestKnown
import { badInput, projection } from '@shuxiang/subgraph-kit'
import { worksOf } from '../../store/read.ts'
import { visible } from '../visible.ts'
import type { PersonResolvers } from '../../schema/types.generated.ts'

const most = 12

export const bestKnown: PersonResolvers['bestKnown'] = async ({ _id }, args, context, info) => {
  const first = args.first ?? 3
  if (first < 0 || first > most) throw badInput(`first: give a number from 0 to ${most}.`)
  if (first === 0) return []
  // Some more than asked for: withdrawn ones are left out.
  const found = await worksOf(context, _id, first + 5, projection(info))
  return found
    .filter(({ withdrawn }) => !withdrawn)
    .slice(0, first)
    .map(visible)
}
