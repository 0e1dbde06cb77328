// @vitest-environment happy-dom
// What a guest keeps on a device: kept once, bounded, brought back, the same in every tab, and nothing lost to a fault.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { kept } from '../testing/pages.ts'
import { onDevice, readDevice, STORED, UNREADABLE, type DeviceWindow } from './device.ts'
import { LIST_CAPACITY, MOST_LISTS, SHELF_CAPACITY, written } from './guest-library.ts'
import { SHELF } from './kept.ts'

let clock = 0
const device = (over: DeviceWindow = window) =>
  onDevice(over, () => new Date(Date.UTC(2026, 10, 1) + clock++))
const { signal } = new AbortController()
const shelf = async () => (await device().items(SHELF, null, signal))?.items.map(({ recordId }) => recordId)
const made = async (name: string): Promise<string> => {
  const answer = await device().make(name)
  if (!answer.done) throw new Error(answer.why)
  return answer.id
}

beforeEach(() => localStorage.clear())

describe('the shelf', () => {
  it('keeps once, newest first', async () => {
    for (const id of ['a1', 'a2', 'a1']) await device().put(SHELF, kept(id, id === 'a1' ? 1 : 2))
    expect(await shelf()).toEqual(['a2', 'a1'])
  })
  it('takes back at its old place what was taken off', async () => {
    for (const day of [1, 2, 3]) await device().put(SHELF, kept(`a${day}`, day))
    await device().take(SHELF, 'a2')
    await device().take(SHELF, 'a2')
    expect(await shelf()).toEqual(['a3', 'a1'])
    await device().put(SHELF, kept('a2', 2))
    expect(await shelf()).toEqual(['a3', 'a2', 'a1'])
  })
  it('is full at its capacity', async () => {
    const full = Array.from({ length: SHELF_CAPACITY }, (_, i) => kept(`a${i}`, 1))
    localStorage.setItem(STORED, written({ shelf: full, lists: [] }))
    expect(await device().put(SHELF, kept('more', 2))).toEqual({ done: false, why: 'full' })
    expect(await device().put(SHELF, kept('a5', 2))).toEqual({ done: true })
  })
})

describe('a list', () => {
  it('has a name, takes in and tells what it holds', async () => {
    const id = await made('唐诗')
    await device().put(id, kept('a1', 1))
    await device().rename(id, '诗')
    expect(await device().places(signal)).toEqual([
      { id: SHELF, name: '', count: 0, capacity: SHELF_CAPACITY },
      { id, name: '诗', count: 1, capacity: LIST_CAPACITY },
    ])
    expect(await device().holding('a1', signal)).toEqual({ places: new Set([id]), noted: false })
  })
  it('comes back as it was', async () => {
    const id = await made('甲')
    await made('乙')
    await device().put(id, kept('a1', 1))
    const removal = await device().remove(id)
    expect(await device().items(id, null, signal)).toBeNull()
    expect(await device().put(id, kept('a2', 1))).toEqual({ done: false, why: 'gone' })
    if (removal.done) await removal.undo()
    expect((await device().places(signal))?.map(({ name, count }) => [name, count])).toEqual([
      ['', 0],
      ['乙', 0],
      ['甲', 1],
    ])
  })
  it('is one too many beyond the bound', async () => {
    for (let i = 0; i < MOST_LISTS; i++) await made(`${i}`)
    expect(await device().make('多')).toEqual({ done: false, why: 'many' })
  })
})

describe('the device', () => {
  it('that keeps nothing for the site says so', async () => {
    const closed = Object.create(window, {
      localStorage: {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    })
    expect(await device(closed).places(signal)).toBeNull()
    expect(await device(closed).put(SHELF, kept('a1', 1))).toEqual({ done: false, why: 'blocked' })
  })
  it('that has no room left keeps what it has', async () => {
    await device().put(SHELF, kept('a1', 1))
    const localStorage = {
      getItem: (key: string) => window.localStorage.getItem(key),
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const full = Object.create(window, { localStorage: { value: localStorage } })
    expect(await device(full).put(SHELF, kept('a2', 2))).toEqual({ done: false, why: 'blocked' })
    expect(await shelf()).toEqual(['a1'])
  })
  it.each([
    '{',
    '{"version":2,"shelf":[]}',
    '{"version":1,"shelf":[{"recordId":1}],"lists":[]}',
    '[]',
    'null',
  ])('puts aside what it cannot read: %s', async (text) => {
    localStorage.setItem(STORED, text)
    await device().put(SHELF, kept('a1', 1))
    expect(await shelf()).toEqual(['a1'])
    expect(localStorage.getItem(UNREADABLE)).toBe(text)
  })
  it('tells this page and other tabs of a change, until nobody listens', async () => {
    const heard = vi.fn()
    const end = device().follow(heard)
    await device().put(SHELF, kept('a1', 1))
    await device().put(SHELF, kept('a1', 1))
    expect(heard).toHaveBeenCalledTimes(1)
    window.dispatchEvent(new StorageEvent('storage', { key: STORED }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'other' }))
    expect(heard).toHaveBeenCalledTimes(2)
    end()
    await device().put(SHELF, kept('a2', 1))
    expect(heard).toHaveBeenCalledTimes(2)
  })
  it('reads nothing as an empty library', () => {
    expect(readDevice(window)).toEqual({ shelf: [], lists: [] })
  })
})
