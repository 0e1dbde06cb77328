// Saved searches in the graph. Whose a search is, the stored one says.
import {
  badInput,
  inOrder,
  permit,
  signedIn,
  type ReferencesOf,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import { readName } from '../input.ts'
import { nowOf, ownerOf, refuseLeaving } from '../resolvers/own.ts'
import type { MeResolvers, MutationResolvers, SavedSearchResolvers } from '../schema/types.generated.ts'
import type { SearchDoc } from './documents.ts'
import { readSearch } from './input.ts'
import * as store from './store.ts'

/** Errors: UNAUTHENTICATED; FORBIDDEN for another's, which is audited; BAD_USER_INPUT when there is none. */
async function ownSearch(context: SubgraphContext, id: string): Promise<SearchDoc> {
  signedIn(context)
  const found = /^[A-Za-z0-9_-]{24}$/.test(id)
    ? await store.searchById(context.db, id, { signal: context.signal })
    : null
  if (!found) throw badInput('id: give the id of one of your saved searches.')
  await permit(context, 'own.manage', { owner: found.owner, name: `search:${id}` })
  await refuseLeaving(context, found.owner)
  return found
}

export const savedSearches: MeResolvers['savedSearches'] = ({ owner }, _args, { db, signal }) =>
  store.searchesOf(db, owner, { signal })

const saveSearch: MutationResolvers['saveSearch'] = async (_, { search }, context) => {
  const owner = await ownerOf(context)
  const id = await store.saveSearch(context.db, owner, readSearch(search, nowOf(context)))
  return store.changedSearch(context.db, id)
}

const renameSearch: MutationResolvers['renameSearch'] = async (_, { id, name }, context) => {
  const { _id } = await ownSearch(context, id)
  await store.renameSearch(context.db, _id, readName(name))
  return store.changedSearch(context.db, _id)
}

const markSearchSeen: MutationResolvers['markSearchSeen'] = async (_, { id }, context) => {
  const { _id } = await ownSearch(context, id)
  await store.markSeen(context.db, _id, nowOf(context))
  return store.changedSearch(context.db, _id)
}

const removeSearch: MutationResolvers['removeSearch'] = async (_, { id }, context) => {
  const { _id, owner } = await ownSearch(context, id)
  await store.removeSearch(context.db, owner, _id, nowOf(context))
  return store.changedSearch(context.db, _id)
}

const restoreSearch: MutationResolvers['restoreSearch'] = async (_, { id }, context) => {
  const { _id, owner } = await ownSearch(context, id)
  await store.restoreSearch(context.db, owner, _id)
  return store.changedSearch(context.db, _id)
}

export const searchMutations = { saveSearch, renameSearch, markSearchSeen, removeSearch, restoreSearch }

/** For other subgraphs that come by id: what is another's is nothing for who asks, and in the audit log. */
export const searchReferences: ReferencesOf<SavedSearchResolvers> = async (asked, context) => {
  signedIn(context)
  const ids = asked.map(({ id }) => id)
  const found = await store.searchesById(context.db, ids, { signal: context.signal })
  for (const { _id, owner } of found) await permit(context, 'own.manage', { owner, name: `search:${_id}` })
  return inOrder(ids, found, ({ _id }) => _id)
}

export const savedSearch = {
  id: ({ _id }) => _id,
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  seenAt: ({ seenAt }) => seenAt.toISOString(),
  removedAt: ({ removedAt }) => removedAt?.toISOString() ?? null,
  asked: ({ query, filters, seenAt }) => ({ query, filters, seenAt: seenAt.toISOString() }),
} satisfies Partial<SavedSearchResolvers>

/** Each is somebody's own. */
export const searchActions = {
  'Mutation.saveSearch': 'own.manage',
  'Mutation.renameSearch': 'own.manage',
  'Mutation.markSearchSeen': 'own.manage',
  'Mutation.removeSearch': 'own.manage',
  'Mutation.restoreSearch': 'own.manage',
} as const
