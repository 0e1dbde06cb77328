// Query.cardLists, cardList, libraryCards
import { badInput, permit, permitAt, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { Action } from '@shuxiang/permissions'
import { cardsAtOnce, mostListed } from '../../cards/bounds.ts'
import { listsIn, type CardListDoc } from '../../cards/store/documents.ts'
import { listById } from '../../cards/store/receive.ts'
import { isId } from '../../input.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { QueryResolvers } from '../../schema/types.generated.ts'

export const cardLists =
  (ports: OperationsPorts): QueryResolvers['cardLists'] =>
  async (_, { library }, context) => {
    await permitAt(ports, context, 'card.read', library)
    return listsIn(context.db)
      .find({ library, state: { $ne: 'given-up' } }, { signal: context.signal })
      .sort({ library: 1, at: -1, _id: 1 })
      .limit(mostListed)
      .toArray()
  }

export const cardList: QueryResolvers['cardList'] = async (_, { id }, context) => {
  signedIn(context)
  const list = isId(id) ? await listById(context.db, id) : null
  if (list) await permit(context, 'card.read', { library: list.library, name: `card-list:${id}` })
  return list
}

export const libraryCards =
  (ports: OperationsPorts): QueryResolvers['libraryCards'] =>
  async (_, { library, withoutCode, begins, after }, context) => {
    await permitAt(ports, context, 'card.read', library)
    const number = begins ?? ''
    if (number.length > 60) throw badInput('begins: give at most 60 characters.')
    if (after && after.length > 90) throw badInput('after: give the id of a card.')
    const asked = { library, withoutCode: withoutCode ?? false, begins: number, after: after ?? null }
    const [cards, waiting] = await Promise.all([
      ports.cards.list({ ...asked, limit: cardsAtOnce }, context.signal),
      ports.cards.waiting(library, context.signal),
    ])
    return { cards, waiting }
  }

/** The list, of whose library it is asked whether who asks may do it. Errors: BAD_USER_INPUT; those of `permit`. */
export async function listFor(id: string, action: Action, context: SubgraphContext): Promise<CardListDoc> {
  signedIn(context)
  const list = isId(id) ? await listById(context.db, id) : null
  if (!list) throw badInput('id: there is no such list, or it is not there any more.', 'gone')
  await permit(context, action, { library: list.library, name: `card-list:${id}` })
  return list
}
