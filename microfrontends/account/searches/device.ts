/** Keeps searches on this device, in the browser's local storage: for guests. What is new of them the server counts. */
import type { Portal } from '@shuxiang/sdk/contract'
import { announceChange, onChange } from '../keeping/changes.ts'
import type { DeviceWindow } from '../keeping/device.ts'
import type { Outcome } from '../keeping/kept.ts'
import { SearchNews } from '../operations.generated.ts'
import {
  add,
  alter,
  drop,
  MOST_SEARCHES,
  read,
  written,
  type Change,
  type KeptSearch,
} from './device-searches.ts'
import { filtersOf } from './graph.ts'
import { keyOf, type News, type Searches } from './saved.ts'
import { STORED_SEARCHES } from './stored.ts'

/** What stood there and could not be read, so that it is not written over. */
export const UNREADABLE_SEARCHES = `${STORED_SEARCHES}.unreadable`

/** Null when the browser keeps nothing for the site. */
export function readSearches({ localStorage }: Pick<Window, 'localStorage'>): readonly KeptSearch[] | null {
  try {
    const text = localStorage.getItem(STORED_SEARCHES)
    if (text === null) return []
    const searches = read(text)
    if (searches) return searches
    localStorage.setItem(UNREADABLE_SEARCHES, text)
    localStorage.removeItem(STORED_SEARCHES)
    return []
  } catch {
    return null
  }
}

/** Reads, changes and writes at once, so that two tabs do not write over each other. */
export function changeSearches(window: DeviceWindow, change: Change): Outcome {
  const before = readSearches(window)
  if (before === null) return { done: false, why: 'blocked' }
  const after = change(before)
  if (typeof after === 'string') return { done: false, why: after }
  if (after === before) return { done: true }
  try {
    if (after.length === 0) window.localStorage.removeItem(STORED_SEARCHES)
    else window.localStorage.setItem(STORED_SEARCHES, written(after))
  } catch {
    return { done: false, why: 'blocked' }
  }
  announceChange(window)
  return { done: true }
}

export function searchesOnDevice(
  { gql }: Pick<Portal, 'gql'>,
  window: DeviceWindow,
  now: () => Date,
): Searches {
  const change = (wanted: Change): Outcome => changeSearches(window, wanted)

  /** In the order of the searches; nulls where no answer came: they are there without network too. */
  async function news(
    searches: readonly KeptSearch[],
    signal: AbortSignal,
  ): Promise<readonly (News | null)[]> {
    const asked = searches.map(({ query, filters, seenAt }) => ({
      query,
      filter: filtersOf(filters),
      since: seenAt,
    }))
    const answer =
      asked.length === 0 ? null : await gql(SearchNews, { searches: asked }, { signal }).catch(() => null)
    return searches.map((_, i) => answer?.data?.searchNews[i] ?? null)
  }

  return {
    where: 'device',
    most: MOST_SEARCHES,
    async all(signal) {
      const searches = readSearches(window)
      if (searches === null) return null
      const found = await news(searches, signal)
      return searches.map((search, i) => ({ ...search, news: found[i] ?? null }))
    },
    has: async (asked) => (readSearches(window) ?? []).some(({ id }) => id === keyOf(asked)),
    async save({ query, filters, sort }, name) {
      const at = now().toISOString()
      const id = keyOf({ query, filters, sort })
      return change(add({ id, name, query, filters, sort, createdAt: at, seenAt: at }))
    },
    rename: async (id, name) => change(alter(id, { name })),
    markSeen: async (id) => change(alter(id, { seenAt: now().toISOString() })),
    async remove(id) {
      const search = readSearches(window)?.find((one) => one.id === id)
      const outcome = change(drop(id))
      if (!outcome.done) return outcome
      return { done: true, undo: async () => (search ? change(add(search)) : outcome) }
    },
    follow(changed) {
      const stored = ({ key }: StorageEvent): void => {
        if (key === STORED_SEARCHES || key === null) changed()
      }
      const end = onChange(window, changed)
      window.addEventListener('storage', stored)
      return () => {
        end()
        window.removeEventListener('storage', stored)
      }
    },
  }
}
