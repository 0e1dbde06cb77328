// @vitest-environment happy-dom
// The page of a guest: what stands there, what a press does, and the way back from it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentOf, settled, texts } from '@shuxiang/sdk/testing'
import { STORED } from '../keeping/device.ts'
import { written, type GuestLibrary } from '../keeping/guest-library.ts'
import { answers, kept, pages } from '../testing/pages.ts'

const list = {
  id: '0123456789abcdef',
  name: '唐诗选',
  createdAt: '2026-11-01T00:00:00Z',
  items: [kept('a9', 9)],
}
const store = (library: Partial<GuestLibrary>): void =>
  localStorage.setItem(STORED, written({ shelf: [], lists: [], ...library }))

async function opened(url = '/my') {
  const page = await pages.open(url, answers, {})
  await settled()
  return page
}
type Opened = Awaited<ReturnType<typeof opened>>
const press = async ({ element }: Opened, name: string): Promise<void> => {
  const found = [...element.ownerDocument.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
  )
  if (!found) throw new Error(`no button ${name} in ${element.textContent}`)
  found.click()
  await settled()
}
const titles = ({ element }: Opened): string[] => texts(element, '.rows .title')

beforeEach(() => localStorage.clear())
afterEach(async () => {
  await pages.close()
  vi.restoreAllMocks()
})

it('the server gives heading and room, and knows nothing of what a device keeps', async () => {
  store({ shelf: [kept('a1', 1)] })
  const { html } = await pages.render('/my', answers)
  expect(texts(documentOf(html), 'h1')).toEqual(['我的书房'])
  expect(html).not.toContain('题名a1')
})

describe('the shelf', () => {
  it('shows what is kept, newest first, with kind and day', async () => {
    store({ shelf: [kept('a2', 2), kept('a1', 1)] })
    const page = await opened()
    expect(titles(page)).toEqual(['题名a2', '题名a1'])
    expect(texts(page.element, '.rows .kind')).toEqual(['诗词', '诗词'])
    expect(texts(page.element, '.rows .by')[0]).toContain('2026年11月2日')
    expect(page.element.textContent).toContain('只保存在这台设备的这个浏览器里')
  })

  it('keeps the line of what was taken out, and the press there brings it back', async () => {
    store({ shelf: [kept('a3', 3), kept('a2', 2), kept('a1', 1)] })
    const page = await opened()
    await press(page, '移出《题名a2》')
    expect(titles(page)).toEqual(['题名a3', '题名a1'])
    expect(texts(page.element, '.rows > li')[1]).toContain('已移出《题名a2》')
    expect(document.activeElement?.textContent?.trim()).toBe('撤销')
    await press(page, '撤销移出《题名a2》')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('移出《题名a2》')
    expect(titles(page)).toEqual(['题名a3', '题名a2', '题名a1'])
  })

  it('that is empty says what to try', async () => {
    const page = await opened()
    expect(page.element.textContent).toContain('书架上还没有书')
    expect(page.element.querySelectorAll('.state a')).toHaveLength(2)
  })

  it('changes when another tab changes it', async () => {
    const page = await opened()
    store({ shelf: [kept('a1', 1)] })
    window.dispatchEvent(new StorageEvent('storage', { key: STORED }))
    await settled()
    expect(titles(page)).toEqual(['题名a1'])
  })
})

describe('lists', () => {
  it('are made, named and opened', async () => {
    const page = await opened()
    await press(page, '新建书单')
    await press(page, '新建')
    expect(document.querySelector('[role=alert]')?.textContent).toBe('请先给书单起个名字。')
    const field = document.querySelector<HTMLInputElement>('dialog input')
    if (field) field.value = ' 唐诗  选 '
    field?.dispatchEvent(new Event('input'))
    await press(page, '新建')
    expect(page.visited.at(-1)).toMatch(/^\/my\?list=[0-9a-f]{32}$/)
    expect(texts(page.element, '.places .words')).toEqual(['书架', '唐诗 选'])
  })

  it('are removed, and come back with what they held', async () => {
    store({ lists: [list] })
    const page = await opened(`/my?list=${list.id}`)
    expect(titles(page)).toEqual(['题名a9'])
    await press(page, '删除书单')
    expect(page.visited.at(-1)).toBe('/my')
    expect(texts(page.element, '.places .words')).toEqual(['书架'])
    await press(page, '撤销删除')
    expect(texts(page.element, '.places .words')).toEqual(['书架', '唐诗选'])
  })

  it('that are not here are said not to be', async () => {
    const page = await opened('/my?list=ffffffffffffffff')
    expect(page.element.textContent).toContain('没有这个书单')
  })

  it('take a record by a check box, and let it go', async () => {
    store({ shelf: [kept('a1', 1)], lists: [list] })
    const page = await opened()
    await press(page, '把《题名a1》放进书单')
    const boxes = [...document.querySelectorAll<HTMLInputElement>('dialog input[type=checkbox]')]
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false])
    boxes[1]?.click()
    await settled()
    expect(texts(page.element, '.places a small')).toEqual(['1 种', '2 种'])
  })
})

it('a browser that keeps nothing is told so', async () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect((await opened()).element.textContent).toContain('这个浏览器不让网站保存内容')
})
