// @vitest-environment happy-dom
// The page of a guest: what stands there, what a press does, and the way back from it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '@shuxiang/sdk/contract'
import { documentOf, gatewayAway, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { PARCELS } from '../keeping/device.ts'
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

describe('somebody who signs in', () => {
  const signedIn: Session = {
    status: 'signed-in',
    name: '林',
    library: 'n33',
    reader: 'r1',
    staff: false,
    level: 1,
  }
  const unknown: Session = { ...signedIn, status: 'unknown', name: null, library: null, level: null }
  const anonymous: Session = { ...unknown, status: 'anonymous' }
  const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
  const node = { ...kept('b1', 5), record: { title: '题名b1', withdrawn: null } }
  const inAccount: Answers = {
    ...answers,
    Places: { data: { me: { shelf: { count: 1, capacity: 1000 }, lists: [] } } },
    KeptItems: {
      data: {
        me: { shelf: { items: { edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: null } } } },
      },
    },
    History: { data: { me: { isChild: false, history: { on: false, consents: [], items: none } } } },
    KeepHistory: { data: { keepHistory: { on: true } } },
    MergeGuest: { data: { mergeGuest: { left: [] } } },
  }
  const open = async (given: Answers, session: Session, url = '/my') => {
    const page = await pages.open(url, given, { portal: { session } })
    await settled()
    return page
  }

  it('sees nothing of the device before it is known who reads', async () => {
    store({ shelf: [kept('a1', 1)] })
    const page = await open(inAccount, unknown)
    expect([titles(page), page.element.querySelectorAll('.skeleton').length]).toEqual([[], 1])
    page.portal.becomes(anonymous)
    await settled()
    expect(titles(page)).toEqual(['题名a1'])
  })

  it('has the account before them, with what the device kept, and is told so', async () => {
    store({ shelf: [kept('a1', 1)] })
    const page = await open(inAccount, anonymous)
    page.portal.becomes(signedIn)
    await settled()
    await settled()
    expect(titles(page)).toEqual(['题名b1'])
    expect(page.element.querySelector('[role=status]')?.textContent).toBe(
      '已把这台设备上的 1 种放进您的账户。',
    )
    expect(page.portal.calls.gql.filter(({ name }) => name === 'MergeGuest')).toHaveLength(1)
    expect(page.element.textContent).not.toContain('只保存在这台设备')
  })

  it('is asked about what another reader of the device left on its way, and takes it only then', async () => {
    const parcel = { id: 'p'.repeat(32), reader: 'r2', shelf: [kept('a1', 1)], lists: [] }
    localStorage.setItem(PARCELS, JSON.stringify([parcel]))
    const page = await open(inAccount, signedIn)
    const sent = () => page.portal.calls.gql.filter(({ name }) => name === 'MergeGuest')
    expect(sent()).toHaveLength(0)
    expect(page.element.textContent).toContain('有 1 种，是别人登录时没传完的')
    await press(page, '是我放的，放进我的账户')
    await settled()
    expect(sent()).toHaveLength(1)
    expect(page.element.textContent).not.toContain('没传完的')
  })

  it('has the device before them after signing out, and nothing of the account', async () => {
    const page = await open(inAccount, signedIn)
    expect(titles(page)).toEqual(['题名b1'])
    page.portal.becomes(anonymous)
    await settled()
    expect(titles(page)).toEqual([])
    expect(page.element.textContent).toContain('书架上还没有书')
  })

  it('is asked for anew when it is another person', async () => {
    const page = await open(inAccount, signedIn)
    page.portal.becomes({ ...signedIn, name: '杜' })
    await settled()
    expect(page.portal.calls.gql.filter(({ name }) => name === 'Places').length).toBeGreaterThan(1)
  })

  it('has no history until they turn it on, and is asked before it is cleared', async () => {
    let on = false
    const given = () => ({ given: true, at: '2026-11-20T00:00:00Z' })
    const history = () => ({
      on,
      consents: on ? [given()] : [],
      items: on ? { ...none, edges: [{ node }] } : none,
    })
    const page = await open(
      {
        ...inAccount,
        History: () => ({ data: { me: { isChild: false, history: history() } } }),
        KeepHistory: (variables) => {
          on = JSON.stringify(variables) === '{"on":true}'
          return { data: { keepHistory: { on } } }
        },
      },
      signedIn,
      '/my?view=history',
    )
    await settled()
    expect(page.element.textContent).toContain('没有记录您打开过什么')
    await press(page, '打开阅读历史')
    expect(texts(page.element, '.opened a')).toEqual(['题名b1'])
    await press(page, '关闭并清除')
    expect(on).toBe(true)
    await press(page, '清除')
    expect(on).toBe(false)
    expect(page.element.textContent).toContain('没有记录您打开过什么')
  })

  it('reads what happened while the system does not answer, and may try again', async () => {
    let away = true
    const page = await open(
      { ...inAccount, Places: () => (away ? gatewayAway() : (inAccount['Places'] ?? gatewayAway())) },
      signedIn,
    )
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain('暂时打不开')
    away = false
    page.element.querySelector<HTMLElement>('[role=alert] a')?.click()
    await settled()
    await settled()
    expect(titles(page)).toEqual(['题名b1'])
  })

  it('reads that the sign-in has ended, and what was pressed is not lost from the page', async () => {
    const ended = { data: null, errors: [{ message: '', path: [], code: 'UNAUTHENTICATED' }] }
    const page = await open({ ...inAccount, TakeOffShelf: ended }, signedIn)
    await press(page, '移出《题名b1》')
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain('登录已经结束')
    expect(titles(page)).toEqual(['题名b1'])
  })
})

it('a browser that keeps nothing is told so', async () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect((await opened()).element.textContent).toContain('这个浏览器不让网站保存内容')
})
