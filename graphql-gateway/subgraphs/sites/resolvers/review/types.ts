// Query.siteReview and the types of review.
import { can } from '@shuxiang/permissions'
import { signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { DoneBy } from '../../editing/page-marks.ts'
import { reviewOf, type SiteReview } from '../../review/read.ts'
import { hindrance } from '../../review/standing.ts'
import type { QueryResolvers, Resolvers, ReviewPart } from '../../schema/types.generated.ts'
import { openSiteNamed } from '../releases/named-site.ts'

export const siteReview: QueryResolvers['siteReview'] = async (_, { site: code }, context) => {
  if (context.principal.kind === 'anonymous') return null
  const site = await openSiteNamed(context, code, 'page.draft')
  return reviewOf(context.db, site, context.signal)
}

/** Addresses in one answer. */
const mostPagesTold = 20

const isOwn = ({ by }: DoneBy, { principal }: SubgraphContext): boolean =>
  principal.kind === 'person' && principal.subject === by

/** With a fresh second factor, which they are asked for when they do it. */
function mayPublish({ principal, now }: SubgraphContext, library: string): boolean {
  const decision = can(principal, 'page.publish', { library }, { now: Math.floor(now() / 1000) })
  return decision.allowed || decision.reason === 'step-up'
}

function partOf({ site, standing }: SiteReview, context: SubgraphContext): ReviewPart {
  const { subject } = signedIn(context)
  if (standing.changers.has(subject)) return 'CHANGED'
  if (!mayPublish(context, site)) return 'NONE'
  return standing.approvers.includes(subject) ? 'LOOKED' : 'MAY_LOOK'
}

/** Other fields are as they are kept. */
type Some = { readonly [Name in keyof Resolvers]?: Partial<NonNullable<Resolvers[Name]>> }

const person = {
  name: ({ name }: DoneBy) => name,
  at: ({ at }: DoneBy) => at.toISOString(),
  own: (done: DoneBy, _args: object, context: SubgraphContext) => isOwn(done, context),
}

export const reviewTypes = {
  SiteReview: {
    id: ({ site }) => site,
    changers: ({ changers }) => [...changers],
    approvals: ({ approvals }) => [...approvals],
    asked: ({ said: { asked }, hash }) => (asked ? { ...asked, outdated: asked.hash !== hash } : null),
    answered: ({ said: { answered }, hash }) =>
      answered ? { ...answered, outdated: answered.hash !== hash } : null,
    part: (review, _args, context) => partOf(review, context),
    mayPublish: ({ site, standing }, _args, context) =>
      mayPublish(context, site) && hindrance(standing, signedIn(context).subject) === null,
  },
  ReviewPerson: person,
  ReviewApproval: {
    name: ({ approval }) => approval.name,
    at: ({ approval }) => approval.at.toISOString(),
    own: ({ approval }, _args, context) => isOwn(approval, context),
    words: ({ approval }) => approval.words,
    hash: ({ approval }) => approval.hash,
    counts: ({ since }) => since === null,
    changedPages: ({ since }) => (since?.pages ?? []).slice(0, mostPagesTold),
    changedSite: ({ since }) => since?.site ?? false,
  },
  ReviewNote: person,
  ReviewAnswer: {
    ...person,
    how: ({ how }) => (how === 'sent-back' ? 'SENT_BACK' : 'TAKEN_BACK'),
    calledOff: ({ calledOff }) => calledOff?.toISOString() ?? null,
  },
} satisfies Some
