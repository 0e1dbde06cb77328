// @vitest-environment happy-dom
// The file to take away: all of it, page after page, or none.
import { beforeEach, expect, it } from 'vitest'
import { kept } from '../testing/pages.ts'
import { changeSearches } from '../searches/device.ts'
import { add } from '../searches/device-searches.ts'
import { onDevice } from './device.ts'
import { everythingOf } from './export.ts'
import { SHELF, type History, type Keeping } from './kept.ts'

const now = new Date('2026-11-26T00:00:00Z')
const { signal } = new AbortController()
const nobody = { signal, gql: () => Promise.reject(new Error('a guest’s things go to no server')) }
beforeEach(() => localStorage.clear())

/** A guest whose shelf comes in pages of one. */
function paged(pages: number, failing = false): Keeping {
  const device = onDevice(window, () => now)
  return {
    ...device,
    places: async () => [
      { id: SHELF, name: '', count: pages, capacity: 9 },
      { id: 'one', name: '甲', count: 0, capacity: 9 },
    ],
    async items(place, after) {
      if (failing) throw new Error('away')
      if (place !== SHELF) return { items: [], next: null }
      const n = Number(after ?? 1)
      return { items: [kept(`a${n}`, n)], next: n < pages ? `${n + 1}` : null }
    },
  }
}

it('of a guest has every page of the shelf, the lists by name, and the searches', async () => {
  const search = {
    id: 's',
    name: '月',
    query: '明月',
    sort: 'RELEVANCE',
    filters: {},
    createdAt: 'then',
    seenAt: 'then',
  }
  expect(changeSearches(window, add(search as never))).toEqual({ done: true })
  expect(JSON.parse(await everythingOf(nobody, paged(3), window, now))).toEqual({
    format: 'shuxiang-library',
    version: 1,
    exportedAt: '2026-11-26T00:00:00.000Z',
    shelf: [kept('a1', 1), kept('a2', 2), kept('a3', 3)],
    lists: [{ name: '甲', records: [] }],
    searches: JSON.stringify({ version: 1, searches: [search] }),
  })
})

it('is none when a part of it cannot be had', async () => {
  await expect(everythingOf(nobody, paged(2, true), window, now)).rejects.toThrow('away')
})

const done = async () => ({ done: true }) as const
const history: History = {
  read: async () => ({ on: true, isChild: false, consents: [], items: [], next: null }),
  turn: done,
  note: async () => {},
  forget: done,
}
const account: Keeping = { ...onDevice(window, () => now), history }

it('of an account is what the server gathered', async () => {
  const gql = (async () => ({ data: { takeEverything: '{"all":1}' }, errors: [] })) as never
  expect(await everythingOf({ signal, gql }, account, window, now)).toBe('{"all":1}')
})

it('of an account is none when the server did not gather it', async () => {
  const gql = (async () => ({ data: null, errors: [{ message: 'x', path: [], code: 'INTERNAL' }] })) as never
  await expect(everythingOf({ signal, gql }, account, window, now)).rejects.toThrow('could not be made')
})
