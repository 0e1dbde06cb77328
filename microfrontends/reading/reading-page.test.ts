// @vitest-environment happy-dom
// The page of what was read here: what stands in it, what a press does, the way back, and what is asked for it.
import {
  changeReading,
  keepLike,
  note,
  readingOf,
  turnReading,
  type Opened,
} from '@shuxiang/sdk/reading-history'
import { settled, texts, type Answers } from '@shuxiang/sdk/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { like, opened, pages } from './testing/pages.ts'

const work = (id: string, creator: string) => ({
  ...{ id, title: `近${id}`, kind: 'poem', kindName: '诗词', language: 'lzh' },
  agents: [{ label: creator }],
})
const answers: Answers = {
  LikeRecord: {
    data: {
      record: {
        ...{ id: 'p1', kind: 'poem', collection: null },
        alike: [],
        related: [work('a1', '李白'), work('a2', '李白'), work('a3', '李白')],
      },
    },
  },
}
const chapter: Opened = opened('b1', 3, {
  ...{ chapter: 3, chapters: 20, part: '八佾', percent: 40, anchor: 'p12' },
})

async function open(given: Answers = answers, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const page = await pages.open('/my/reading', given, { locale })
  await settled()
  return page
}
type Opened_ = Awaited<ReturnType<typeof open>>
async function press({ element }: Opened_, name: string): Promise<void> {
  const found = [...element.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent?.trim()) === name,
  )
  if (!found) throw new Error(`no button ${name} in ${element.textContent}`)
  found.click()
  await settled()
}
const focused = (): string | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim()
const read = (...all: readonly Opened[]): void => {
  for (const one of all) changeReading(window, note(one))
}

beforeEach(() => localStorage.clear())
afterEach(() => pages.close())

it('the server knows nothing of it', async () => {
  read(opened('p1', 1))
  const { html, asked } = await pages.render('/my/reading', answers)
  expect(html).not.toContain('题名p')
  expect(asked).toEqual([])
})

it('who has read nothing is told how it comes, and asks nothing', async () => {
  const page = await open()
  expect(page.element.textContent).toContain('这里还没有读过什么')
  expect(page.element.textContent).not.toContain('您可能想读')
})

describe('what was read', () => {
  it('stands with the unfinished first, each leading to its place', async () => {
    read(opened('p1', 1), chapter)
    const { element } = await open()
    expect(texts(element, 'h2')).toEqual(['还没读完', '您可能想读', '读过的', '这台设备记下什么'])
    expect([...element.querySelectorAll('.row .title')].map((link) => link.getAttribute('href'))).toEqual([
      '/item/b1?part=3#p12',
      '/item/p1',
    ])
    expect(texts(element, '.far')).toEqual(['八佾第 3 篇，共 20 篇，读到 40%', '读完了'])
  })

  it('is taken out, leaves its line with the way back, and comes back where it stood', async () => {
    read(opened('p1', 1), opened('p2', 2))
    const page = await open()
    await press(page, '移出《题名p2》')
    expect(readingOf(window, null).opened.map(({ recordId }) => recordId)).toEqual(['p1'])
    expect(focused()).toBe('撤销移出《题名p2》')
    await press(page, '撤销移出《题名p2》')
    expect(texts(page.element, '.row .title')).toEqual(['题名p2', '题名p1'])
    expect(focused()).toBe('移出《题名p2》')
  })

  it('is cleared, and brought back by a press', async () => {
    read(opened('p1', 1))
    const page = await open()
    await press(page, '清除')
    expect(localStorage.length).toBe(0)
    expect(focused()).toBe('撤销')
    await press(page, '撤销')
    expect(texts(page.element, '.row .title')).toEqual(['题名p1'])
  })

  it('is gone when it is turned off, also what was taken out before', async () => {
    read(opened('p1', 1), opened('p2', 2))
    const page = await open()
    await press(page, '移出《题名p2》')
    await press(page, '关闭记录并清除')
    expect(page.element.textContent).not.toContain('题名p')
    expect(page.element.textContent).toContain('没有记录')
    read(opened('p3', 3))
    expect(readingOf(window, null).opened).toEqual([])
    await press(page, '打开记录')
    read(opened('p3', 3))
    await settled()
    expect(texts(page.element, '.row .title')).toEqual(['题名p3'])
  })

  it('is kept true when another part of the page or another tab changes it', async () => {
    read(opened('p1', 1))
    const page = await open()
    turnReading(window, false)
    await settled()
    expect(page.element.textContent).toContain('没有记录')
  })
})

describe('what may be read next', () => {
  it('comes with its reason, asked of each record by itself, and once a day', async () => {
    read(opened('p1', 1), opened('p2', 2))
    const page = await open()
    expect(texts(page.element, '.card .title')).toEqual(['近a1', '近a2'])
    expect(texts(page.element, '.reason')).toEqual(['因为您读过《题名p2》', '因为您读过《题名p2》'])
    await page.leave()
    const away: Answers = {}
    expect(texts((await open(away)).element, '.card .title')).toHaveLength(2)
  })

  it('leaves out what is on the shelf of this device', async () => {
    read(opened('p1', 1))
    localStorage.setItem(
      'shuxiang.my-library',
      JSON.stringify({ version: 1, shelf: [{ recordId: 'a1' }, null, 7], lists: [] }),
    )
    expect(texts((await open()).element, '.card .title')).toEqual(['近a2', '近a3'])
  })

  it('is there from what was kept when no answer comes', async () => {
    read(opened('p1', 1))
    const at = '2026-11-01T08:00:00.000Z'
    changeReading(window, keepLike({ recordId: 'p1', at, locale: 'zh-CN', records: [like('k1')] }))
    expect(texts((await open({})).element, '.card .title')).toEqual(['近k1'])
  })

  it('is not shown again when it is not wanted, and the press is undone in its line', async () => {
    read(opened('p1', 1))
    const page = await open()
    await press(page, '对《近a2》不感兴趣')
    expect(texts(page.element, '.card .title')).toEqual(['近a1', '近a3'])
    expect(readingOf(window, null).unwanted).toEqual(['a2'])
    expect(focused()).toBe('撤销：仍然推荐《近a2》')
    await press(page, '撤销：仍然推荐《近a2》')
    expect(texts(page.element, '.card .title')).toEqual(['近a1', '近a2', '近a3'])
    expect(focused()).toBe('对《近a2》不感兴趣')
  })

  it('is turned off, and then nothing is asked', async () => {
    read(opened('p1', 1))
    const page = await open()
    await press(page, '不要推荐')
    expect(texts(page.element, '.card')).toEqual([])
    expect(page.element.textContent).toContain('推荐已经关闭')
    await page.leave()
    localStorage.removeItem('shuxiang.reading-history')
    read(opened('p5', 5))
    await open()
    expect(readingOf(window, null).like).toEqual([])
  })

  it('says it in English', async () => {
    read(opened('p1', 1))
    expect(texts((await open(answers, 'en')).element, '.reason')[0]).toBe('Because you read 题名p1')
  })
})
