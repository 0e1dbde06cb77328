// Query.feedback, Mutation.sendFeedback, settleFeedback, reopenFeedback, eraseFeedback
import {
  badInput,
  noteDone,
  permit,
  permitAt,
  readDrawnKey,
  signedIn,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import { isItemId } from '../input/keys.ts'
import type { VisitingPorts } from '../ports.ts'
import type { FeedbackResolvers, MutationResolvers, QueryResolvers } from '../schema/types.generated.ts'
import { itemId } from '../store/documents.ts'
import type { FeedbackDoc } from './documents.ts'
import { readMessage, readNote } from './input.ts'
import { erase, feedbackById, feedbackPage, keep, reopen, settle } from './store.ts'

export const action = 'feedback.manage'

/** Null for guests. */
export const feedback =
  (ports: VisitingPorts): QueryResolvers['feedback'] =>
  async (_, { library, state, first, after }, context) => {
    if (context.principal.kind === 'anonymous') return null
    await permitAt(ports, context, action, library)
    const { db, signal } = context
    return feedbackPage(db, {
      library,
      state: state ?? null,
      first: first ?? 50,
      after: after ?? null,
      signal,
    })
  }

/** Anybody may: it says who it is for by the site on which it is written. */
export const sendFeedback =
  ({ isShells }: Pick<VisitingPorts, 'isShells'>): MutationResolvers['sendFeedback'] =>
  async (_, { key, message }, context) => {
    const library = context.tenant
    await permit(context, 'feedback.send', { library, name: 'feedback' })
    if (library === null) throw badInput('This is sent on the site of a library.', 'nowhere')
    const _id = itemId(library, readDrawnKey(key))
    // By another way anybody could fill a library's day with letters.
    if (!isShells(library, key)) throw badInput('Write on the page of the library.', 'form')
    return keep(context.db, { _id, library, ...readMessage(message) }, new Date(context.now()))
  }

export const deeds: Pick<MutationResolvers, 'settleFeedback' | 'reopenFeedback' | 'eraseFeedback'> = {
  async settleFeedback(_, { id, note }, context) {
    // Before anything is noted as done.
    const written = readNote(note)
    const now = await done(context, id, 'settled', (at) => settle(context.db, id, written, at))
    if (now.note !== written) throw badInput('A colleague has settled it meanwhile.', 'settled')
    return now
  },
  reopenFeedback: (_, { id }, context) => done(context, id, 'reopened', () => reopen(context.db, id)),
  eraseFeedback: (_, { id }, context) => done(context, id, 'erased', (at) => erase(context.db, id, at)),
}

/** Noted, then done: of what is erased the log says that it was, and never what it was. */
async function done(
  context: SubgraphContext,
  id: string,
  what: 'settled' | 'reopened' | 'erased',
  work: (at: Date) => Promise<void>,
): Promise<FeedbackDoc> {
  signedIn(context)
  const found = await there(context, id)
  await permit(context, action, { library: found.library, name: `feedback:${id}` })
  await noteDone(context, {
    action,
    library: found.library,
    object: `feedback:${id}`,
    details: { [what]: true },
  })
  await work(new Date(context.now()))
  return there(context, id)
}

/** Errors: BAD_USER_INPUT where there is none. */
async function there({ db }: SubgraphContext, id: string): Promise<FeedbackDoc> {
  const found = isItemId(id) ? await feedbackById(db, id) : null
  if (found) return found
  throw badInput('id: there is nothing with this id.', 'gone')
}

export const Feedback: FeedbackResolvers = {
  id: ({ _id }) => _id,
  reference: ({ reference }) => reference,
  kind: ({ kind }) => kind,
  page: ({ page }) => page,
  state: ({ state }) => state,
  note: ({ note }) => note,
  text: ({ text, erasedAt }) => (erasedAt === null ? text : null),
  contact: ({ contact }) => (contact === '' ? null : contact),
  sentAt: ({ sentAt }) => new Date(sentAt).toISOString(),
  settledAt: ({ settledAt }) => settledAt?.toISOString() ?? null,
  erasedAt: ({ erasedAt }) => erasedAt?.toISOString() ?? null,
}
