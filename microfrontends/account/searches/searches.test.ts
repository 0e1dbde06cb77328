// @vitest-environment happy-dom
// Saved searches: on a device as plain data, brought into the account once, and on the page with the way back.
import { mockPortal, settled, texts, type Answers } from '@shuxiang/sdk/testing'
import type { Session } from '@shuxiang/sdk/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import saveSearch from '../actions/save-search.ts'
import { answers, pages } from '../testing/pages.ts'
import { bringSearches } from './bring.ts'
import { readSearches, UNREADABLE_SEARCHES } from './device.ts'
import { MOST_SEARCHES, written, type KeptSearch } from './device-searches.ts'
import { keyOf } from './saved.ts'
import { STORED_SEARCHES } from './stored.ts'

const kept = (query: string, day = 1): KeptSearch => {
  const asked = { query, filters: { kind: ['poem'] }, sort: 'relevance' }
  const at = new Date(Date.UTC(2026, 10, day)).toISOString()
  return { ...asked, id: keyOf(asked), name: `查${query}`, createdAt: at, seenAt: at }
}
const store = (...searches: readonly KeptSearch[]): void =>
  localStorage.setItem(STORED_SEARCHES, written(searches))
const names = (): readonly string[] => (readSearches(window) ?? []).map(({ name }) => name)
const news = (count: number) => ({
  count,
  atLeast: false,
  latest: count > 0 ? [{ id: 'p1', title: '静夜思' }] : [],
})
const guest: Answers = {
  ...answers,
  SearchNews: (variables) => ({
    data: { searchNews: (variables as { searches: object[] }).searches.map((_, i) => news(i === 0 ? 2 : 0)) },
  }),
}

beforeEach(() => localStorage.clear())
afterEach(() => pages.close())

describe('a device', () => {
  it('puts aside what it cannot read', () => {
    localStorage.setItem(STORED_SEARCHES, '{"version":2}')
    expect(names()).toEqual([])
    expect(localStorage.getItem(UNREADABLE_SEARCHES)).toBe('{"version":2}')
  })

  it('knows a search by what it asks, in whatever order', () => {
    const one = { query: '月', filters: { period: ['tang', 'song'], kind: ['poem'] }, sort: 'relevance' }
    const other = { query: ' 月', filters: { kind: ['poem'], period: ['song', 'tang'] }, sort: 'relevance' }
    expect(keyOf(one)).toBe(keyOf(other))
    expect(keyOf(one)).not.toBe(keyOf({ ...one, sort: 'newest' }))
  })
})

describe('signing in', () => {
  const arrived = { data: { saveSearch: { id: 'x' } } }

  it('brings each search with its looks, and empties the device', async () => {
    store(kept('月', 2), kept('风'))
    const portal = mockPortal({ SaveSearch: arrived })
    expect(await bringSearches(portal, window, 'lin')).toBe(2)
    expect(portal.calls.gql.map(({ variables }) => variables)).toMatchObject([
      {
        search: {
          name: '查月',
          query: '月',
          filters: [{ name: 'kind', anyOf: ['poem'] }],
          seenAt: kept('月', 2).seenAt,
        },
      },
      { search: { name: '查风' } },
    ])
    expect(localStorage.getItem(STORED_SEARCHES)).toBeNull()
  })

  it('leaves on the device what did not arrive', async () => {
    store(kept('月', 2), kept('风'))
    const full = { data: null, errors: [{ message: '', path: [], code: 'BAD_USER_INPUT' }] }
    const portal = mockPortal({
      SaveSearch: (given) => (JSON.stringify(given).includes('月') ? full : arrived),
    })
    expect(await bringSearches(portal, window, 'lin')).toBe(1)
    expect(names()).toEqual(['查月'])
    // It was on its way into one account: the next who signs in here does not get it.
    expect(await bringSearches(mockPortal({ SaveSearch: arrived }), window, 'du')).toBe(0)
    expect(await bringSearches(mockPortal({ SaveSearch: arrived }), window, 'lin')).toBe(1)
  })
})

describe('the page', () => {
  const opened = async (given = guest, session?: Session) => {
    const page = await pages.open('/my?view=searches', given, session ? { portal: { session } } : {})
    await settled()
    await settled()
    await settled()
    return page
  }
  type Opened = Awaited<ReturnType<typeof opened>>
  const press = async ({ element }: Opened, label: string): Promise<void> => {
    const found = [...element.ownerDocument.querySelectorAll('button')].find(
      (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === label,
    )
    if (!found) throw new Error(`no button ${label} in ${element.textContent}`)
    found.click()
    await settled()
    await settled()
  }

  it('says what is new of each, and leads there', async () => {
    store(kept('月', 2), kept('风'))
    const page = await opened()
    expect(texts(page.element, '.search h3')).toEqual(['查月', '查风'])
    expect(texts(page.element, '.news')).toEqual(['2026年11月2日以来新增 2 种', '2026年11月1日以来没有新增'])
    expect(texts(page.element, '.latest a')).toEqual(['静夜思'])
    expect(page.element.querySelector('h3 a')?.getAttribute('href')).toBe('/search?q=%E6%9C%88&kind=poem')
  })

  it('keeps the list where the search does not answer', async () => {
    store(kept('月'))
    const page = await opened(answers)
    expect(texts(page.element, '.search h3')).toEqual(['查月'])
    expect(texts(page.element, '.news')).toEqual(['现在查不到有没有新增，检索本身还在。'])
  })

  it('deletes with the way back, and the focus stays in the line', async () => {
    store(kept('月', 2), kept('风'))
    const page = await opened()
    await press(page, '删除检索“查月”')
    expect(names()).toEqual(['查风'])
    expect(document.activeElement?.textContent?.trim()).toBe('撤销')
    await press(page, '撤销删除检索“查月”')
    expect(names()).toEqual(['查月', '查风'])
    expect(document.activeElement?.textContent?.trim()).toBe('查月')
  })

  it('marks as seen what is new', async () => {
    store(kept('月'))
    const page = await opened()
    const before = Date.now()
    await press(page, '把“查月”标为已看')
    expect(Date.parse(readSearches(window)?.[0]?.seenAt ?? '')).toBeGreaterThanOrEqual(before)
  })

  it('that is empty says what to do', async () => {
    expect((await opened()).element.textContent).toContain('还没有保存检索')
  })

  it('of an account that does not answer says so', async () => {
    const session = {
      status: 'signed-in',
      name: '林',
      library: 'n33',
      staff: false,
      level: 1,
      reader: 'lin',
    } as const
    const page = await opened(answers, session)
    expect(page.element.querySelector('[role=alert]')?.textContent).toContain('暂时打不开')
  })
})

describe('the button beside results', () => {
  const context = { query: '月', filters: { kind: ['poem'] }, sort: 'relevance', title: '月 · 诗词' }
  const element = document.createElement('div')
  const open = async (given = context) => {
    document.body.replaceChildren(element)
    const visit = await saveSearch.mount({
      portal: mockPortal(guest),
      element,
      context: given,
      state: null,
    })
    await settled()
    await settled()
    return visit
  }
  const send = async (name?: string): Promise<void> => {
    element.querySelector('button')?.click()
    await settled()
    await settled()
    const field = document.querySelector<HTMLInputElement>('dialog input')
    if (field && name !== undefined) {
      field.value = name
      field.dispatchEvent(new Event('input'))
    }
    document.querySelector('dialog form')?.dispatchEvent(new Event('submit'))
    await settled()
  }

  it('keeps the search under the name of its results, and then leads to all that are kept', async () => {
    const visit = await open()
    await send()
    expect(names()).toEqual(['月 · 诗词'])
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/my?view=searches')
    visit.update({ ...context, query: '风' })
    await settled()
    expect(element.querySelector('button')?.textContent?.trim()).toBe('保存这个检索')
    await visit.unmount()
  })

  it('says that there are as many as can be, and keeps what was typed', async () => {
    store(...Array.from({ length: MOST_SEARCHES }, (_, i) => kept(`第${i}`)))
    const visit = await open()
    await send('我的检索')
    expect(document.querySelector('dialog [role=alert]')?.textContent).toContain('最多可以保存 20 个检索')
    expect(document.querySelector<HTMLInputElement>('dialog input')?.value).toBe('我的检索')
    await visit.unmount()
  })
})
