// Person.bestKnown
import { projection } from '@shuxiang/subgraph-kit'
import { bestWorks } from '../best-works.ts'
import { firstUpTo } from '../first-up-to.ts'
import type { PersonResolvers } from '../../schema/types.generated.ts'

export const bestKnown: PersonResolvers['bestKnown'] = async ({ _id }, args, context, info) =>
  bestWorks(context, _id, firstUpTo(args.first ?? 3, 12), projection(info))
