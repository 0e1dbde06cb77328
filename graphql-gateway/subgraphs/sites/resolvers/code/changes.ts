// Mutation.requestCode, approveCode, refuseCode and withdrawCode
import type { Action } from '@shuxiang/permissions'
import { badInput, noteDone, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { keepCode, refuseMore, settleCode } from '../../code/change.ts'
import { codeId, codesIn, type CodeDoc, type CodeState } from '../../code/documents.ts'
import { readReason, readWish } from '../../code/input.ts'
import { codeById } from '../../code/read.ts'
import { readKey } from '../../editing/input.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { openSiteNamed } from '../releases/named-site.ts'

export const ask = 'code.request'
const approve = 'code.approve'

export const requestCode: MutationResolvers['requestCode'] = async (_, { key, site, ...args }, context) => {
  const { _id: library } = await openSiteNamed(context, site, ask)
  const { subject, username } = signedIn(context)
  const wish = readWish(args)
  const _id = codeId(library, readKey(key))
  const known = await codesIn(context.db).findOne({ _id })
  if (known) return same(known, wish.sha256)
  const now = new Date(context.now())
  await refuseMore(context.db, library, now)
  await noted(context, ask, { _id, site: library, sha256: wish.sha256 }, 'ask')
  const who = { by: subject, name: username, askedAt: now.getTime() }
  const kept = await keepCode(context.db, {
    ...{ _id, site: library, ...wish, state: 'ASKED', settled: null },
    ...who,
  })
  return same(kept, wish.sha256)
}

/** A key belongs to its bytes: nobody is answered with other code than they sent. */
function same(code: CodeDoc, sha256: string): CodeDoc {
  if (code.sha256 !== sha256)
    throw badInput('key: other code was asked for by this key. Draw another.', 'key')
  return code
}

export const approveCode: MutationResolvers['approveCode'] = async (_, { id, sha256 }, context) => {
  const code = await codeFor(context, id, approve)
  if (code.sha256 !== sha256)
    throw badInput('sha256: this is not the code that you looked at. Look at it again.', 'other-code')
  return settled(context, code, { action: approve, from: ['ASKED'], to: 'APPROVED', reason: '' })
}

export const refuseCode: MutationResolvers['refuseCode'] = async (_, { id, reason }, context) => {
  const code = await codeFor(context, id, approve)
  const why = readReason(reason)
  return settled(context, code, { action: approve, from: ['ASKED'], to: 'REFUSED', reason: why })
}

export const withdrawCode: MutationResolvers['withdrawCode'] = async (_, { id }, context) => {
  const code = await codeFor(context, id, ask)
  return settled(context, code, { action: ask, from: ['ASKED', 'APPROVED'], to: 'WITHDRAWN', reason: '' })
}

/** For whoever may do that with code of its site. Errors: UNAUTHENTICATED, BAD_USER_INPUT; those of `permit`. */
export async function codeFor(
  context: SubgraphContext,
  id: string,
  action: typeof ask | typeof approve,
): Promise<CodeDoc> {
  signedIn(context)
  const found = await codeById(context.db, id, context.signal)
  // Refusals at made-up ones would fill the audit log.
  if (!found) throw badInput('id: there is no such code.', 'gone')
  const { site, by } = found
  await permit(context, action, { library: site, name: `code:${id}`, author: by })
  return found
}

interface Settling {
  readonly action: Action
  readonly from: readonly CodeState[]
  readonly to: 'APPROVED' | 'REFUSED' | 'WITHDRAWN'
  readonly reason: string
}

const words = { APPROVED: 'approve', REFUSED: 'refuse', WITHDRAWN: 'withdraw' } as const

/** Noted, then done. Errors: BAD_USER_INPUT with the reason `settled` where somebody has settled it otherwise. */
async function settled(
  context: SubgraphContext,
  code: CodeDoc,
  { action, from, to, reason }: Settling,
): Promise<CodeDoc> {
  if (code.state === to) return code
  if (!from.includes(code.state)) throw elsewise()
  await noted(context, action, code, words[to], reason)
  const { subject, username } = signedIn(context)
  const who = { by: subject, name: username, at: new Date(context.now()), reason }
  const now = await settleCode(context.db, code, from, to, who)
  if (now?.state !== to) throw elsewise()
  return now
}

const elsewise = (): Error => badInput('This code was settled otherwise. Look at it again.', 'settled')

function noted(
  context: SubgraphContext,
  action: Action,
  { _id, site, sha256 }: Pick<CodeDoc, '_id' | 'site' | 'sha256'>,
  what: string,
  reason = '',
): Promise<void> {
  return noteDone(context, {
    ...{ action, library: site, object: `code:${_id}`, ...(reason !== '' && { reason }) },
    details: { what, sha256 },
  })
}
