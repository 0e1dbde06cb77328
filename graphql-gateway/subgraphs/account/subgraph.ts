// What readers keep, in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import {
  accountDeletion,
  askDeletion,
  deletion,
  deletionActions,
  deletionMutations,
  isChild,
  takeEverything,
} from './deletion/resolvers.ts'
import { deviceActions, deviceResolvers } from './devices/resolvers.ts'
import { guardianActions, guardianResolvers } from './guardian/resolvers.ts'
import type { AccountPorts } from './ports.ts'
import { profileResolvers } from './profile/resolvers.ts'
import * as me from './resolvers/me.ts'
import * as history from './resolvers/mutation/history.ts'
import * as lists from './resolvers/mutation/lists.ts'
import { mergeGuest } from './resolvers/mutation/merge-guest.ts'
import { putOnShelf, takeOffShelf } from './resolvers/mutation/shelf.ts'
import { me as queryMe } from './resolvers/query/me.ts'
import { holds, holdsOf } from './resolvers/reading-list/holds.ts'
import { historyItems, items } from './resolvers/reading-list/items.ts'
import type { Resolvers } from './schema/types.generated.ts'
import {
  savedSearch,
  savedSearches,
  searchActions,
  searchMutations,
  searchReferences,
} from './searches/resolvers.ts'
import { capacityOf } from './store/change.ts'

/** The subgraph of what is somebody's own. */
export function createAccount(ports: AccountPorts): Subgraph {
  const devices = deviceResolvers(ports)
  const profiles = profileResolvers(ports)
  const guardian = guardianResolvers(ports)
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    // Everything here is somebody's own.
    actions: {
      'Query.me': 'own.manage',
      'Mutation.putOnShelf': 'own.manage',
      'Mutation.takeOffShelf': 'own.manage',
      'Mutation.createList': 'own.manage',
      'Mutation.renameList': 'own.manage',
      'Mutation.removeList': 'own.manage',
      'Mutation.restoreList': 'own.manage',
      'Mutation.addToList': 'own.manage',
      'Mutation.removeFromList': 'own.manage',
      'Mutation.mergeGuest': 'own.manage',
      'Mutation.keepHistory': 'own.manage',
      'Mutation.noteOpened': 'own.manage',
      'Mutation.forgetOpened': 'own.manage',
      ...searchActions,
      ...deviceActions,
      ...deletionActions,
      ...guardianActions,
    },
    resolvers: {
      Query: { me: queryMe },
      Mutation: {
        ...lists,
        ...history,
        ...searchMutations,
        ...devices.mutations,
        ...deletionMutations,
        ...guardian.mutations,
        takeEverything: takeEverything(ports),
        askDeletion: askDeletion(ports),
        putOnShelf,
        takeOffShelf,
        mergeGuest,
      },
      Me: {
        shelf: me.shelf,
        lists: me.lists,
        list: me.list,
        history: me.history,
        savedSearches,
        profile: profiles.profile,
        sessions: devices.sessions,
        deletion,
        isChild,
        ...guardian.me,
      },
      Child: guardian.child,
      ChildPlace: guardian.place,
      ReaderProfile: profiles.fields,
      SavedSearch: { __resolveReferences: searchReferences, ...savedSearch },
      AccountDeletion: accountDeletion,
      ReadingList: {
        id: ({ _id }) => _id,
        isShelf: ({ shelf }) => shelf,
        capacity: capacityOf,
        createdAt: ({ createdAt }) => createdAt.toISOString(),
        changedAt: ({ changedAt }) => changedAt.toISOString(),
        removedAt: ({ removedAt }) => removedAt?.toISOString() ?? null,
        holds,
        holdsOf,
        items,
      },
      ReadingHistory: {
        count: ({ items }) => items.length,
        consents: ({ consents }) => consents.toReversed(),
        items: historyItems,
      },
      Consent: { at: ({ at }) => at.toISOString() },
      KeptRecord: {
        addedAt: ({ addedAt }) => addedAt.toISOString(),
        record: ({ recordId }) => ({ id: recordId }),
      },
    },
  })
}
