// @vitest-environment happy-dom
// The buttons beside a record: on the shelf and off again with one press, lists by a dialog, and what cannot be is said.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mockPortal, settled } from '@shuxiang/sdk/testing'
import type { ExtensionVisit } from '@shuxiang/sdk/contract'
import { readDevice, STORED } from '../keeping/device.ts'
import { SHELF_CAPACITY, written } from '../keeping/guest-library.ts'
import { kept } from '../testing/pages.ts'
import keep from './keep.ts'
import server from './keep.server.ts'

const context = { id: 'p4k7m2', kind: 'poem', title: '静夜思', language: 'lzh-Hans', chapter: null }
const element = document.createElement('div')
let portal = mockPortal()
let visit: ExtensionVisit | null = null

async function open(): Promise<void> {
  document.body.replaceChildren(element)
  visit = await keep.mount({ portal, element, context, state: null })
  await settled()
}
const buttons = (): HTMLButtonElement[] => [...element.querySelectorAll('button')]
async function press(at: number): Promise<void> {
  buttons()[at]?.click()
  await settled()
}
const shelf = (): string[] => (readDevice(window)?.shelf ?? []).map(({ recordId }) => recordId)

beforeEach(() => {
  localStorage.clear()
  portal = mockPortal()
})
afterEach(async () => {
  await visit?.unmount()
  visit = null
})

it('the server keeps the room of the buttons, and shows none that nobody hears', async () => {
  const request = { url: '/', locale: 'zh-CN', mode: 'light', origin: '', requestId: '', context } as const
  const { html } = await server.render(request, portal.gql, portal.signal)
  expect(html).toContain('class="keep waiting"')
  expect(html).toContain('放入书架')
})

describe('the shelf', () => {
  it('takes a record with one press and lets it go with the next', async () => {
    await open()
    expect(buttons()[0]?.getAttribute('aria-pressed')).toBe('false')
    await press(0)
    expect([shelf(), buttons()[0]?.getAttribute('aria-pressed')]).toEqual([['p4k7m2'], 'true'])
    await press(0)
    expect([shelf(), buttons()[0]?.getAttribute('aria-pressed')]).toEqual([[], 'false'])
    expect(portal.calls.announce).toEqual(['已放入书架', '已从书架移出'])
  })

  it('has it again where it stood', async () => {
    const old = { ...kept('p4k7m2', 1), title: '静夜思' }
    localStorage.setItem(STORED, written({ shelf: [kept('a2', 2), old], lists: [] }))
    await open()
    await press(0)
    await press(0)
    expect(shelf()).toEqual(['a2', 'p4k7m2'])
  })

  it('that is full says so', async () => {
    const full = Array.from({ length: SHELF_CAPACITY }, (_, i) => kept(`a${i}`, 1))
    localStorage.setItem(STORED, written({ shelf: full, lists: [] }))
    await open()
    await press(0)
    expect(element.querySelector('[role=alert]')?.textContent).toContain('书架满了')
    expect(buttons()[0]?.getAttribute('aria-pressed')).toBe('false')
  })
})

it('a list is made on the way, and has the record', async () => {
  await open()
  await press(1)
  const field = document.querySelector<HTMLInputElement>('dialog input[type=text]')
  if (field) field.value = '想读'
  field?.dispatchEvent(new Event('input'))
  document.querySelector<HTMLFormElement>('dialog form')?.dispatchEvent(new Event('submit'))
  await settled()
  expect(readDevice(window)?.lists).toMatchObject([{ name: '想读', items: [{ recordId: 'p4k7m2' }] }])
  const boxes = [...document.querySelectorAll<HTMLInputElement>('dialog input[type=checkbox]')]
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true])
})

it('another record of the same page has buttons of its own', async () => {
  localStorage.setItem(STORED, written({ shelf: [kept('other', 1)], lists: [] }))
  await open()
  visit?.update({ ...context, id: 'other' })
  await settled()
  expect(buttons()[0]?.getAttribute('aria-pressed')).toBe('true')
})
