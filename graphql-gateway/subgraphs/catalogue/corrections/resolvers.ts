// Query.corrections, Mutation.sendCorrection, decideCorrection, eraseCorrection
import {
  badInput,
  isDrawnKey,
  noteDone,
  permit,
  projection,
  readDrawnKey,
  signedIn,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import type { CorrectionResolvers, MutationResolvers, QueryResolvers } from '../schema/types.generated.ts'
import { recordsByIds } from '../store/read.ts'
import type { CorrectionDoc } from './documents.ts'
import { readReason, readReport } from './input.ts'
import { lineNow } from './line.ts'
import { correctionById, correctionsPage, erase, keep, move } from './store.ts'

export const action = 'correction.manage'

export interface CorrectionPorts {
  /** Whether a report came through the form of the shell, which notices who writes too often. */
  readonly isShells: (library: string, key: string) => boolean
}

/** In the place of a library in the seal of what is sent on the portal itself. */
export const portalSeal = 'portal'

/** Null for guests. */
export const corrections: QueryResolvers['corrections'] = async (_, { state, first, after }, context) => {
  if (context.principal.kind === 'anonymous') return null
  await permit(context, action, { library: null, name: 'corrections' })
  const { db, signal } = context
  return correctionsPage(db, { state: state ?? null, first: first ?? 50, after: after ?? null, signal })
}

/** Anybody may, of whatever they can read where they are. */
export const sendCorrection =
  ({ isShells }: CorrectionPorts): MutationResolvers['sendCorrection'] =>
  async (_, { key, correction }, context) => {
    await permit(context, 'correction.send', { library: context.tenant, name: 'correction' })
    const _id = readDrawnKey(key)
    // By another way anybody could fill a day with reports.
    if (!isShells(context.tenant ?? portalSeal, key)) throw badInput('Write in the form of the page.', 'form')
    const report = readReport(correction)
    const [found] = await recordsByIds(context, [report.record], { title: 1, withdrawn: 1 })
    const was = found && !found.withdrawn ? await lineNow(context, report) : null
    if (!found || was === null) throw badInput('correction: there is no such line.', 'gone')
    return keep(context.db, { _id, ...report, title: found.title ?? '', was }, new Date(context.now()))
  }

const moves = {
  ACCEPT: { from: ['OPEN'], to: 'ACCEPTED' },
  DECLINE: { from: ['OPEN'], to: 'DECLINED' },
  SETTLE: { from: ['ACCEPTED'], to: 'SETTLED' },
  REOPEN: { from: ['ACCEPTED', 'DECLINED', 'SETTLED'], to: 'OPEN' },
} as const satisfies Readonly<
  Record<string, { from: readonly CorrectionDoc['state'][]; to: CorrectionDoc['state'] }>
>

export const deeds: Pick<MutationResolvers, 'decideCorrection' | 'eraseCorrection'> = {
  async decideCorrection(_, { id, decision, reason }, context) {
    const found = await there(context, id)
    // Before anything is noted as done.
    const written = decision === 'REOPEN' ? '' : readReason(reason)
    if (decision === 'DECLINE' && written === '') throw badInput('reason: say why it is declined.', 'empty')
    const { from, to } = moves[decision]
    const isSo = (now: CorrectionDoc): boolean => now.state === to && now.reason === written
    if (isSo(found)) return found
    if (!from.some((state) => state === found.state)) throw decided()
    await noted(context, id, to.toLowerCase())
    await move(context.db, id, { from: found.state, to }, written, new Date(context.now()))
    const now = await there(context, id)
    if (!isSo(now)) throw decided()
    return now
  },
  async eraseCorrection(_, { id }, context) {
    const found = await there(context, id)
    if (found.erasedAt !== null) return found
    await noted(context, id, 'erased')
    await erase(context.db, id, new Date(context.now()))
    return there(context, id)
  },
}

const decided = () => badInput('A colleague has decided otherwise meanwhile.', 'decided')

/** Of what was written the log says nothing. */
function noted(context: SubgraphContext, id: string, what: string): Promise<void> {
  return noteDone(context, { action, library: null, object: `correction:${id}`, details: { [what]: true } })
}

/** Errors: UNAUTHENTICATED and FORBIDDEN before anything is said of it, BAD_USER_INPUT where there is none (`gone`). */
async function there(context: SubgraphContext, id: string): Promise<CorrectionDoc> {
  signedIn(context)
  const known = isDrawnKey(id)
  await permit(context, action, { library: null, name: known ? `correction:${id}` : 'correction' })
  const found = known ? await correctionById(context.db, id) : null
  if (found) return found
  throw badInput('id: there is nothing with this id.', 'gone')
}

export const Correction: CorrectionResolvers = {
  id: ({ _id }) => _id,
  reference: ({ reference }) => reference,
  record: async ({ record }, _args, context, info) =>
    (await recordsByIds(context, [record], projection(info)))[0] ?? null,
  title: ({ title }) => title,
  part: ({ part }) => part,
  line: ({ line }) => line,
  was: ({ was }) => was,
  state: ({ state }) => state,
  reason: ({ reason }) => reason,
  now: (report, _args, context) => lineNow(context, report),
  wrong: ({ wrong, erasedAt }) => (erasedAt === null ? wrong : null),
  should: ({ should }) => should || null,
  source: ({ source }) => source || null,
  contact: ({ contact }) => contact || null,
  sentAt: ({ sentAt }) => new Date(sentAt).toISOString(),
  decidedAt: ({ decidedAt }) => decidedAt?.toISOString() ?? null,
  erasedAt: ({ erasedAt }) => erasedAt?.toISOString() ?? null,
}
