// Whether who publishes may publish exactly this: as many people have looked at it as the library wants.
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { doerOf } from '../../editing/scope.ts'
import type { FrozenSite, Passed } from '../../releases/ask-publication.ts'
import { approvalsOf, giveApproval } from '../../review/approvals.ts'
import { changersSince } from '../../review/changers.ts'
import { approvalId } from '../../review/documents.ts'
import { draftLook } from '../../review/look.ts'
import { hindrance, lookers, standingWith, type Hindrance, type Standing } from '../../review/standing.ts'
import { stepsInForce } from '../../review/steps.ts'
import type { SiteDoc } from '../../store/documents.ts'

export const changedSinceLooked = (): Error =>
  badInput('The site was changed since you looked. Look at it again.', 'changed')

/** `hashOf` is asked only where somebody has to look. */
async function standingOf(
  { db, signal }: SubgraphContext,
  site: SiteDoc,
  hashOf: () => Promise<string>,
): Promise<Standing> {
  const steps = await stepsInForce(db, site)
  if (steps === 1) return standingWith(steps, [], [])
  const hash = await hashOf()
  const [changers, given] = await Promise.all([
    changersSince(db, site, signal),
    approvalsOf(db, site._id, hash, signal),
  ])
  return standingWith(steps, changers, given)
}

/** Errors: FORBIDDEN or BAD_USER_INPUT with the reason, after it was noted as refused. */
export async function refuseUnseen(context: SubgraphContext, site: SiteDoc): Promise<void> {
  const hashOf = async (): Promise<string> => (await draftLook(context.db, site, context.signal)).hash
  const why = hindrance(await standingOf(context, site, hashOf), signedIn(context).subject)
  if (why !== null) await refuse(context, site._id, why)
}

async function refuse(context: SubgraphContext, library: string, why: Hindrance): Promise<never> {
  const { subject, azp } = signedIn(context)
  const name = `site:${library}`
  if (why === 'second-person') await permit(context, 'page.publish', { library, name, author: subject })
  await context.audit.record({
    ...{ actor: subject, client: azp, action: 'page.publish', outcome: 'refused', reason: why },
    ...{ library, object: name, requestId: context.requestId },
  })
  throw badInput('Not enough people have looked at this yet. Ask a colleague to look at it.', why)
}

/** `looked`: the hash of what they looked at, true where they have told it in another way, false where they have not. */
export const lettingPass =
  (context: SubgraphContext, looked: string | boolean) =>
  async ({ site, look, hash }: FrozenSite): Promise<Passed> => {
    if (typeof looked === 'string' && looked !== hash) return { hindered: changedSinceLooked() }
    const standing = await standingOf(context, site, () => Promise.resolve(hash))
    const doer = doerOf(context)
    const { by } = doer
    const why = hindrance(standing, by)
    if (why !== null)
      return refuse(context, site._id, why).catch((error: unknown) => {
        if (error instanceof Error) return { hindered: error }
        throw error
      })
    if (standing.steps === 1) return { letThrough: [] }
    const counting = lookers(standing)
    const letThrough = [...counting].map((one) => approvalId(hash, one))
    if (standing.changers.has(by) || counting.has(by)) return { letThrough }
    if (looked === false)
      return { hindered: badInput('hash: say what you have looked at, as siteReview tells it.', 'look') }
    // Who publishes lets it pass, and may take that back until it is live.
    const own = await giveApproval(context.db, doer, { site: site._id, hash, look, words: '' })
    return { letThrough: [...letThrough, own] }
  }
