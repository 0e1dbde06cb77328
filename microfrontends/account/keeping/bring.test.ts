// @vitest-environment happy-dom
// A guest's things on their way into an account: nothing lost, nothing doubled, whatever fails on the way.
import { beforeEach, describe, expect, it } from 'vitest'
import { gatewayAway, mockPortal, type Answers } from '@shuxiang/sdk/testing'
import type { MergeGuestData } from '../operations.generated.ts'
import { kept } from '../testing/pages.ts'
import { bringGuest, othersOn, takeOver } from './bring.ts'
import { PARCELS } from './device.ts'
import { readDevice, STORED } from './device.ts'
import { EMPTY, written } from './guest-library.ts'
import { PARCEL_SIZE, type Parcel } from './parcels.ts'

type Left = MergeGuestData['mergeGuest']['left']
interface Sent {
  readonly input: Parcel
}
const list = { id: 'k'.repeat(32), name: '想读', createdAt: '2026-11-01T00:00:00Z', items: [kept('b1', 1)] }
const some = (count: number) => Array.from({ length: count }, (_, i) => kept(`a${i}`, 1))
const now = (): Date => new Date('2026-11-26T00:00:00Z')

/** The account: answers by what a function says of each parcel, and remembers them. */
function accountThat(answer: (sent: Sent, n: number) => Left | Error = () => []) {
  const sent: Sent[] = []
  const answers: Answers = {
    MergeGuest: (variables) => {
      // The test's own operation sends nothing else.
      const one = variables as Sent
      sent.push(one)
      const left = answer(one, sent.length)
      return left instanceof Error ? left : { data: { mergeGuest: { left } } }
    },
  }
  const portal = mockPortal(answers)
  return { sent, bring: (reader: string | null = 'r1') => bringGuest(portal, window, now, reader) }
}

beforeEach(() => localStorage.clear())

it('an empty library sends nothing', async () => {
  const { sent, bring } = accountThat()
  expect([await bring(), sent]).toEqual([0, []])
})

it('shelf and lists arrive, and the device is empty', async () => {
  localStorage.setItem(STORED, written({ shelf: [kept('a1', 1)], lists: [list] }))
  const { sent, bring } = accountThat()
  expect(await bring()).toBe(2)
  expect(sent.map(({ input }) => [input.shelf.map(({ recordId }) => recordId), input.lists])).toMatchObject([
    [['a1'], []],
    [[], [{ key: list.id, name: '想读', records: [{ recordId: 'b1', addedAt: list.items[0]?.addedAt }] }]],
  ])
  expect([readDevice(window), localStorage.getItem(PARCELS)]).toEqual([EMPTY, null])
})

it('a large library comes in parcels that the gateway takes, each once', async () => {
  const long = some(PARCEL_SIZE * 2 + 1).map((one) => ({ ...one, title: '长'.repeat(300) }))
  localStorage.setItem(STORED, written({ shelf: long, lists: [{ ...list, items: [] }] }))
  const { sent, bring } = accountThat()
  expect(await bring()).toBe(long.length)
  expect(sent.map(({ input }) => input.shelf.length)).toEqual([PARCEL_SIZE, PARCEL_SIZE, 1, 0])
  expect(new Set(sent.map(({ input }) => input.id)).size).toBe(4)
  for (const { input } of sent)
    expect(new TextEncoder().encode(JSON.stringify(input)).length).toBeLessThan(60 * 1024)
})

describe('when no answer comes', () => {
  it('the parcel waits, and goes again under its name', async () => {
    localStorage.setItem(STORED, written({ shelf: some(PARCEL_SIZE + 1), lists: [] }))
    const { sent, bring } = accountThat((_, n) => (n === 2 ? gatewayAway() : []))
    expect(await bring()).toBe(PARCEL_SIZE)
    expect(readDevice(window)).toEqual(EMPTY)
    expect(await bring()).toBe(1)
    expect(sent[2]?.input).toEqual(sent[1]?.input)
    expect(localStorage.getItem(PARCELS)).toBeNull()
  })

  it('what a guest keeps meanwhile goes with it', async () => {
    localStorage.setItem(STORED, written({ shelf: [kept('a1', 1)], lists: [] }))
    const { sent, bring } = accountThat((_, n) => (n === 1 ? gatewayAway() : []))
    await bring()
    localStorage.setItem(STORED, written({ shelf: [kept('a2', 2)], lists: [] }))
    expect(await bring()).toBe(2)
    expect(sent.map(({ input }) => input.shelf[0]?.recordId)).toEqual(['a1', 'a1', 'a2'])
  })
})

describe('when no answer came and somebody else signs in on the device', () => {
  const left = async () => {
    localStorage.setItem(STORED, written({ shelf: [kept('a1', 1)], lists: [list] }))
    const account = accountThat((_, n) => (n === 1 ? gatewayAway() : []))
    expect(await account.bring('r1')).toBe(0)
    return account
  }

  it('nothing of the first goes into their account, and their own does', async () => {
    const { sent, bring } = await left()
    localStorage.setItem(STORED, written({ shelf: [kept('c1', 2)], lists: [] }))
    expect(await bring('r2')).toBe(1)
    expect(sent.slice(1).map(({ input }) => input.shelf[0]?.recordId)).toEqual(['c1'])
    expect([othersOn(window, 'r2'), othersOn(window, 'r1')]).toEqual([2, 0])
    // The first comes back.
    expect(await bring('r1')).toBe(2)
    expect(localStorage.getItem(PARCELS)).toBeNull()
  })

  it('it goes into theirs when they say that it is theirs', async () => {
    const { bring } = await left()
    takeOver(window, 'r2')
    expect([othersOn(window, 'r2'), await bring('r2')]).toEqual([0, 2])
  })

  it('so does nothing whose sender was not noted, or of somebody who is not known', async () => {
    const { bring } = await left()
    const parcels: readonly object[] = JSON.parse(localStorage.getItem(PARCELS) ?? '')
    localStorage.setItem(PARCELS, JSON.stringify(parcels.map((one) => ({ ...one, reader: undefined }))))
    expect([await bring('r1'), await bring(null), othersOn(window, 'r1')]).toEqual([0, 0, 2])
  })
})

it('what has no room in the account stays on the device', async () => {
  localStorage.setItem(STORED, written({ shelf: [kept('a1', 1), kept('a2', 2)], lists: [list] }))
  const { bring } = accountThat(({ input }) =>
    input.lists.length === 0
      ? [{ list: null, recordId: 'a2' }]
      : [
          { list: list.id, recordId: null },
          { list: list.id, recordId: 'b1' },
        ],
  )
  expect(await bring()).toBe(1)
  const library = readDevice(window)
  expect(library?.shelf.map(({ recordId }) => recordId)).toEqual(['a2'])
  expect(library?.lists).toMatchObject([{ id: list.id, name: '想读', items: [{ recordId: 'b1' }] }])
  expect(localStorage.getItem(PARCELS)).toBeNull()
})

it('a device that has no room for parcels keeps what it has', async () => {
  localStorage.setItem(STORED, written({ shelf: [kept('a1', 1)], lists: [] }))
  const { sent, bring } = accountThat()
  const localStorageFull = {
    getItem: (key: string) => window.localStorage.getItem(key),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  const full = Object.create(window, {
    localStorage: { value: localStorageFull },
    crypto: { value: crypto },
  })
  expect(await bringGuest(mockPortal({}), full, now, 'r1')).toBe(0)
  expect(sent).toEqual([])
  expect(readDevice(window)?.shelf).toHaveLength(1)
  expect(await bring()).toBe(1)
})
