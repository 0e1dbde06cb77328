// What Me shows. Whoever has one was let in by Query.me.
import type { MeResolvers } from '../schema/types.generated.ts'
import { historyOf } from '../store/history.ts'
import { listsOf, shelfOf } from '../store/read.ts'
import { nowOf, ownList } from './own.ts'

export const shelf: MeResolvers['shelf'] = ({ owner }, _args, context) =>
  shelfOf(context.db, owner, nowOf(context), { signal: context.signal })

export const lists: MeResolvers['lists'] = ({ owner }, _args, { db, signal }) =>
  listsOf(db, owner, { signal })

export const list: MeResolvers['list'] = (_, { id }, context) => ownList(context, id)

export const history: MeResolvers['history'] = ({ owner }, _args, { db, signal }) =>
  historyOf(db, owner, { signal })
