// @vitest-environment happy-dom
// The file to take away: all of it, page after page, or none.
import { expect, it } from 'vitest'
import { kept } from '../testing/pages.ts'
import { onDevice } from './device.ts'
import { exportOf } from './export.ts'
import { SHELF, type History, type Keeping } from './kept.ts'

const now = new Date('2026-11-26T00:00:00Z')
const { signal } = new AbortController()

/** An account whose shelf comes in pages of one. */
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

it('has every page of the shelf, and the lists by name', async () => {
  expect(await exportOf(paged(3), now, signal)).toEqual({
    format: 'shuxiang-library',
    version: 1,
    exportedAt: '2026-11-26T00:00:00.000Z',
    shelf: [kept('a1', 1), kept('a2', 2), kept('a3', 3)],
    history: null,
    lists: [{ name: '甲', records: [] }],
  })
})

it('is none when a part of it cannot be had', async () => {
  await expect(exportOf(paged(2, true), now, signal)).rejects.toThrow('away')
})

it('has the history of an account to its end, with its consents', async () => {
  const consents = [{ given: true, at: '2026-11-01T00:00:00Z' }]
  const done = async () => ({ done: true }) as const
  const history: History = {
    read: async (after) =>
      after === null
        ? { on: true, isChild: false, consents, items: [kept('h1', 1)], next: 'more' }
        : { on: true, isChild: false, consents, items: [kept('h2', 2)], next: null },
    turn: done,
    note: async () => {},
    forget: done,
  }
  const file = await exportOf({ ...paged(1), history }, now, signal)
  expect(file.history).toEqual({ items: [kept('h1', 1), kept('h2', 2)], consents })
})
