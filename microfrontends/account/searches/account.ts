/** Keeps searches in the account of whoever is signed in. */
import { GqlUnavailable, type Operation, type Portal } from '@shuxiang/sdk/contract'
import { changeInAccount } from '../keeping/change-in-account.ts'
import { announceChange, onChange, type ChangeWindow } from '../keeping/changes.ts'
import type { Outcome, Refusal } from '../keeping/kept.ts'
import {
  MarkSearchSeen,
  RemoveSearch,
  RenameSearch,
  RestoreSearch,
  SavedSearchKeys,
  SavedSearches,
  SaveSearch,
} from '../operations.generated.ts'
import { filtersIn, filtersOf } from './graph.ts'
import { keyOf, type Searches } from './saved.ts'

/** As the account has it. */
const MOST = 50

/** @throws GqlUnavailable from what is asked, when no answer came or nobody is signed in any more. */
export function searchesInAccount({ gql }: Pick<Portal, 'gql'>, window: ChangeWindow): Searches {
  async function change<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    why: Refusal,
  ): Promise<Outcome> {
    const outcome = await changeInAccount({ gql }, operation, variables, why)
    if (outcome.done) announceChange(window)
    return outcome
  }
  return {
    where: 'account',
    most: MOST,
    async all(signal) {
      const { data } = await gql(SavedSearches, {}, { signal })
      if (!data?.me) throw new GqlUnavailable('nobody is signed in', false)
      return data.me.savedSearches.map(({ filters, ...search }) => ({
        ...search,
        filters: filtersIn(filters),
      }))
    },
    async has(asked, signal) {
      const { data } = await gql(SavedSearchKeys, {}, { signal })
      const key = keyOf(asked)
      return (data?.me?.savedSearches ?? []).some(
        ({ filters, ...search }) => keyOf({ ...search, filters: filtersIn(filters) }) === key,
      )
    },
    save: ({ query, filters, sort }, name) =>
      change(SaveSearch, { search: { name, query, filters: filtersOf(filters), sort } }, 'many'),
    rename: (id, name) => change(RenameSearch, { id, name }, 'gone'),
    markSeen: (id) => change(MarkSearchSeen, { id }, 'gone'),
    async remove(id) {
      const removed = await change(RemoveSearch, { id }, 'gone')
      return removed.done ? { done: true, undo: () => change(RestoreSearch, { id }, 'many') } : removed
    },
    follow: (changed) => onChange(window, changed),
  }
}
