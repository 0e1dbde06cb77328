// Working together on a page: attendPage, takeOverPage, leavePage, and comments
import { signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import type { AtPage } from '../../editing/at-page.ts'
import { mostColleaguesTold } from '../../editing/bounds.ts'
import { changeTalk, newComment, openTalks, talkMark, talkOf } from '../../editing/comments.ts'
import { readBlock, readComment, readKey } from '../../editing/input.ts'
import { attend, leave, takeOver, type Presence } from '../../editing/presence.ts'
import { scopeOfPage, scopeOfSite } from '../../editing/scope.ts'
import { answered, begun, reopened, settled, takenBack, type Talk } from '../../editing/talk.ts'
import type { MutationResolvers, QueryResolvers, Resolvers } from '../../schema/types.generated.ts'

type Place = Awaited<ReturnType<typeof scopeOfPage>>

const told = async ({ scope, page }: Place, { mine, colleagues }: Presence) => {
  const { rev, open } = await talkMark(scope, page)
  return {
    ...{ rev: page.rev, mine, commentsRev: rev, openComments: open },
    colleagues: colleagues.slice(0, mostColleaguesTold),
    colleagueCount: colleagues.length,
  }
}

const withTalk = async (context: SubgraphContext, id: string, make: (talk: Talk, place: Place) => Talk) => {
  const place = await scopeOfPage(context, id)
  return changeTalk(place.scope, place.page, (talk) => make(talk, place))
}

export const togetherQueries = {
  async pageComments(_, { page: id }, context) {
    const { scope, page } = await scopeOfPage(context, id)
    return talkOf(scope, page)
  },
  async openComments(_, { site }, context) {
    const talks = await openTalks(await scopeOfSite(context, 'page.draft', site))
    return talks.map(({ _id, open }) => ({ page: _id, count: open }))
  },
} satisfies Pick<Required<QueryResolvers>, 'pageComments' | 'openComments'>

export const togetherMutations = {
  async attendPage(_, { page: id, desk, block }, context) {
    const place = await scopeOfPage(context, id)
    const sign = { desk: readKey(desk, 'desk'), block: readBlock(block) }
    return told(place, await attend(place.scope, place.page, sign))
  },
  async takeOverPage(_, { page: id, desk }, context) {
    const place = await scopeOfPage(context, id)
    return told(place, await takeOver(place.scope, place.page, readKey(desk, 'desk')))
  },
  async leavePage(_, { page: id, desk }, context) {
    const { scope, page } = await scopeOfPage(context, id)
    await leave(scope, page, readKey(desk, 'desk'))
    return true
  },
  commentOnPage(_, { page, key, block, text }, context) {
    return withTalk(context, page, (talk, { scope }) =>
      begun(talk, readBlock(block), newComment(scope, readKey(key), readComment(text))),
    )
  },
  answerComment(_, { page, thread, key, text }, context) {
    return withTalk(context, page, (talk, { scope }) =>
      answered(talk, thread, newComment(scope, readKey(key), readComment(text))),
    )
  },
  settleComment(_, { page, thread }, context) {
    return withTalk(context, page, (talk, { scope }) => settled(talk, thread, scope.doer))
  },
  reopenComment(_, { page, thread }, context) {
    return withTalk(context, page, (talk) => reopened(talk, thread))
  },
  takeBackComment(_, { page, comment }, context) {
    return withTalk(context, page, (talk, { scope }) => takenBack(talk, comment, scope.doer.by))
  },
} satisfies Partial<MutationResolvers>

export const togetherTypes = {
  AtPage: {
    since: ({ since }: AtPage) => since.toISOString(),
    took: ({ took }: AtPage) => took?.toISOString() ?? null,
  },
  PageComments: {
    threads: ({ threads }) => [...threads],
  },
  CommentThread: {
    block: ({ block }) => block || null,
    comments: ({ comments }) => [...comments],
    settledBy: ({ settled: end }) => end?.name ?? null,
    settledAt: ({ settled: end }) => end?.at.toISOString() ?? null,
  },
  PageComment: {
    by: ({ name }) => name,
    at: ({ at }) => at.toISOString(),
    own: ({ by }, _, context) => by === signedIn(context).subject,
  },
} satisfies { readonly [Name in keyof Resolvers]?: Partial<NonNullable<Resolvers[Name]>> }
