// Mutation.askReview, approveDrafts, takeBackApproval and sendBackDrafts
import type { Action } from '@shuxiang/permissions'
import { badInput, noteDone, oneLine, permit, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { doerOf } from '../../editing/scope.ts'
import { endWithout, giveApproval, withdrawApproval } from '../../review/approvals.ts'
import { answerLook, askLook } from '../../review/asking.ts'
import { longestWords } from '../../review/bounds.ts'
import { approvalId, approvalsIn } from '../../review/documents.ts'
import { reviewOf, type SiteReview } from '../../review/read.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import type { SiteDoc } from '../../store/documents.ts'
import { openSiteNamed } from '../releases/named-site.ts'
import { changedSinceLooked } from './letting.ts'

export const askReview: MutationResolvers['askReview'] = async (_, { site: code, hash, words }, context) => {
  const { site, review } = await reviewed(context, code, 'page.draft', hash)
  const said = { ...doerOf(context), hash, words: readWords('words', words) }
  const { asked, answered } = review.said
  if (asked && !answered && asked.by === said.by && asked.hash === hash && asked.words === said.words)
    return review
  await noted(context, 'page.ask', review, 'ask')
  await askLook(context.db, site._id, said)
  return reviewOf(context.db, site)
}

export const approveDrafts: MutationResolvers['approveDrafts'] = async (
  _,
  { site: code, hash, words: given },
  context,
) => {
  const { site, review } = await reviewed(context, code, 'page.publish', hash)
  const words = readWords('words', given)
  const who = doerOf(context)
  if (review.standing.changers.has(who.by))
    await permit(context, 'page.publish', {
      ...{ library: site._id, name: `site:${site._id}` },
      author: who.by,
    })
  if (review.standing.approvers.includes(who.by)) return review
  await noted(context, 'page.approve', review, 'approve')
  await giveApproval(context.db, who, { site: site._id, hash, look: review.look, words })
  return reviewOf(context.db, site)
}

export const takeBackApproval: MutationResolvers['takeBackApproval'] = async (
  _,
  { site: code, hash, words: given },
  context,
) => {
  // Whoever may not publish any more may still say that it is not to be.
  const site = await openSiteNamed(context, code, 'page.draft')
  const words = readWords('words', given)
  const who = doerOf(context)
  const _id = approvalId(hash, who.by)
  const own = await approvalsIn(context.db).findOne({ _id, site: site._id })
  if (own && !own.takenBack) {
    await noted(context, 'page.refuse', { site: site._id, hash }, 'take-back', words)
    const calledOff = await withdraw(context, _id, site._id)
    await answerLook(context.db, site._id, {
      ...{ ...who, how: 'taken-back', hash, words },
      ...(calledOff && { calledOff }),
    })
  }
  return reviewOf(context.db, site)
}

export const sendBackDrafts: MutationResolvers['sendBackDrafts'] = async (
  _,
  { site: code, hash, reason },
  context,
) => {
  const { site, review } = await reviewed(context, code, 'page.publish', hash)
  const words = readWords('reason', reason)
  if (words === '') throw badInput('reason: say what is to be changed.', 'reason')
  await noted(context, 'page.refuse', review, 'send-back', words)
  const who = doerOf(context)
  const calledOff = await withdraw(context, approvalId(hash, who.by), site._id)
  await answerLook(context.db, site._id, {
    ...{ ...who, how: 'sent-back', hash, words },
    ...(calledOff && { calledOff }),
  })
  return reviewOf(context.db, site)
}

/** Gone first: what is left of a publication by a process that ended is ended by the job. */
async function withdraw({ db, now }: SubgraphContext, approval: string, site: string): Promise<Date | null> {
  await withdrawApproval(db, approval, new Date(now()))
  return endWithout(db, site, approval)
}

/** For whoever may do that, of what they looked at. Errors: UNAUTHENTICATED, BAD_USER_INPUT; those of `permit`. */
async function reviewed(
  context: SubgraphContext,
  code: string,
  action: Action,
  hash: string,
): Promise<{ readonly site: SiteDoc; readonly review: SiteReview }> {
  const site = await openSiteNamed(context, code, action)
  const review = await reviewOf(context.db, site, context.signal)
  if (review.hash !== hash) throw changedSinceLooked()
  if (!review.differs) throw badInput('Readers have all of this already.', 'nothing')
  return { site, review }
}

function readWords(name: string, text: string | null | undefined): string {
  const line = (text ?? '').length > 4 * longestWords ? null : oneLine(text ?? '')
  if (line === null || [...line].length > longestWords)
    throw badInput(`${name}: write at most ${longestWords} characters.`, name)
  return line
}

function noted(
  context: SubgraphContext,
  action: 'page.ask' | 'page.approve' | 'page.refuse',
  { site, hash }: Pick<SiteReview, 'site' | 'hash'>,
  what: string,
  reason = '',
): Promise<void> {
  return noteDone(context, {
    ...{ action, library: site, object: `site:${site}`, ...(reason !== '' && { reason }) },
    details: { what, hash },
  })
}
