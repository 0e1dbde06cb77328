// Record.members
import { badInput, fieldOf, projection } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import { membersOf, mostMembers } from '../../store/read.ts'
import { firstUpTo } from '../first-up-to.ts'
import { visible } from '../visible.ts'
import type { RecordResolvers } from '../../schema/types.generated.ts'

const most = 100

export const members = fieldOf<RecordDoc, RecordResolvers['members']>()(
  ['_id', 'withdrawn'],
  async (doc, args, context, info) => {
    const limit = firstUpTo(args.first ?? 20, most)
    const offset = args.offset ?? 0
    if (offset < 0 || offset > mostMembers) throw badInput(`offset: give a number from 0 to ${mostMembers}.`)
    if (doc.withdrawn || limit === 0) return []
    return (await membersOf(context, doc._id, { offset, limit }, projection(info))).map(visible)
  },
)
