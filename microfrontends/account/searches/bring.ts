/** Brings searches that a guest kept into the account of whoever has signed in: nothing lost, nothing doubled. */
import type { Portal } from '@shuxiang/sdk/contract'
import type { DeviceWindow } from '../keeping/device.ts'
import { nameOf } from '../keeping/kept.ts'
import { SaveSearch } from '../operations.generated.ts'
import { changeSearches, readSearches } from './device.ts'
import { alter, drop } from './device-searches.ts'
import { filtersOf } from './graph.ts'

/**
 * Answers with the number that arrived. The account knows a search by what it asks, so one that is sent again, or was
 * there before, is one; it leaves the device once the account has it, and stays where the account has no room, or for
 * whom it was first sent.
 */
export async function bringSearches(
  { gql, log }: Pick<Portal, 'gql' | 'log'>,
  window: DeviceWindow,
  reader: string | null,
): Promise<number> {
  let arrived = 0
  if (reader === null) return arrived
  for (const kept of readSearches(window) ?? []) {
    if ((kept.reader ?? reader) !== reader) continue
    const { id, name, query, filters, sort, createdAt, seenAt } = kept
    if (!changeSearches(window, alter(id, { reader })).done) continue
    const search = {
      name: nameOf(name) ?? query,
      query,
      filters: filtersOf(filters),
      sort,
      createdAt,
      seenAt,
    }
    const answer = await gql(SaveSearch, { search }).catch(() => null)
    if (!answer?.data || answer.errors.length > 0) {
      log('warn', 'a search of a guest did not arrive', { code: answer?.errors[0]?.code ?? 'no answer' })
      continue
    }
    changeSearches(window, drop(id))
    arrived++
  }
  return arrived
}
