// @vitest-environment happy-dom
// A librarian at the steps, over a graph that answers as it is told.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Answers } from '@shuxiang/sdk/testing'
import { answers, atWork, pages, site } from '../testing/pages.ts'

const error = (code: string, reason?: string) => ({
  data: null,
  errors: [{ message: code, path: [], code, ...(reason !== undefined && { reason }) }],
})
const desk = {
  library: { id: 'n33', site: 'http://n33.test/' },
  ...{ hoursRev: 0, hours: null, contactRev: 0, contact: null, lendingRules: null },
}
const begun: Answers = {
  ...answers,
  StartLibrary: { data: { library: { id: 'n33', name: '浙江图书馆', site: null } } },
  StartVisiting: { data: { visitingDesk: desk } },
  Publications: { data: { publications: [] } },
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => pages.close())

async function open(step: string, given: Answers = begun) {
  const page = await pages.open(`/console/edit/n33/start${step && `?step=${step}`}`, given, {
    ssr: false,
    portal: { session: atWork },
  })
  // The steps and their words are loaded when they are wanted.
  await expect
    .poll(() => page.element.querySelector('.start-step, [role=alert]'), { timeout: 10_000 })
    .not.toBeNull()
  return {
    ...page,
    words: () => page.element.textContent?.replaceAll(/\s+/g, ' ') ?? '',
    sent: (name: string) =>
      page.portal.calls.gql.filter((one) => one.name === name).map((one) => one.variables),
    press: (text: string) =>
      [...page.element.querySelectorAll<HTMLElement>('button')]
        .find((button) => button.textContent?.trim() === text)
        ?.click(),
    last: () => page.visited.at(-1),
  }
}

it('hours are stored by "next", which goes on', async () => {
  const page = await open('hours', { ...begun, StartHours: { data: { setHours: { hoursRev: 1 } } } })
  expect(page.words()).toContain('第 3 步，共 8 步')
  page.press('下一步')
  await expect.poll(page.last).toContain('step=contact')
  expect(page.sent('StartHours')).toMatchObject([{ library: 'n33', rev: 0 }])
})

it('a step that is skipped stores nothing', async () => {
  const page = await open('hours')
  page.press('以后再说')
  await expect.poll(page.last).toContain('step=contact')
  expect(page.sent('StartHours')).toEqual([])
})

it('who may not do a step is told who may, and goes on', async () => {
  const page = await open('hours', { ...begun, StartVisiting: error('FORBIDDEN') })
  expect(page.words()).toContain('开放时间要由本馆的发布员或图书馆管理员来填')
  page.press('以后再说')
  await expect.poll(page.last).toContain('step=contact')
})

it('what somebody else changed meanwhile is not overwritten', async () => {
  const page = await open('filings', { ...begun, ChangeSite: error('CONFLICT', 'changed') })
  const field = page.element.querySelector<HTMLInputElement>('#start-icp')
  if (!field) throw new Error('there is no field')
  field.value = '浙ICP备12345678号'
  field.dispatchEvent(new Event('input'))
  page.press('下一步')
  await expect.poll(page.words).toContain('别人刚刚也改了这里')
  expect(page.last()).toContain('step=filings')
  page.press('看看现在的内容')
  await expect.poll(() => page.element.querySelector<HTMLInputElement>('#start-icp')?.value).toBe('')
})

it('what was typed and not stored comes back, on this device', async () => {
  const first = await open('contact')
  const field = first.element.querySelector<HTMLInputElement>('#start-address')
  if (!field) throw new Error('there is no field')
  field.value = '婺城区 1 号'
  field.dispatchEvent(new Event('input'))
  await expect.poll(() => localStorage.length).toBeGreaterThan(1)
  await first.leave()
  const again = await open('')
  expect(again.last()).toContain('step=contact')
  expect(again.element.querySelector<HTMLInputElement>('#start-address')?.value).toBe('婺城区 1 号')
  expect(again.words()).toContain('已经找回来了')
})

it('without a site every step begins with the template', async () => {
  const page = await open('hours', {
    ...begun,
    EditedSite: error('NOT_FOUND', 'no-site'),
    StartTemplates: { data: { siteTemplates: [] } },
  })
  expect(page.last()).toContain('step=template')
})

it('without an answer it says so, with one button', async () => {
  const page = await pages.open(
    '/console/edit/n33/start',
    { ...begun, StartLibrary: error('INTERNAL_SERVER_ERROR') },
    {
      ssr: false,
      portal: { session: atWork },
    },
  )
  await expect.poll(() => page.element.querySelectorAll('[role=alert] button, [role=alert] a').length).toBe(1)
})

it('a press that had to wait for a code is done by itself when its page comes back, once', async () => {
  const left = await open('hours', { ...begun, StartHours: () => new Promise<never>(() => {}) })
  left.press('下一步')
  await expect.poll(() => left.sent('StartHours')).toHaveLength(1)
  pages.close()
  const back = await open('hours', { ...begun, StartHours: { data: { setHours: { hoursRev: 1 } } } })
  await expect.poll(back.last).toContain('step=contact')
  expect(back.sent('StartHours')).toHaveLength(1)
  pages.close()
  const again = await open('hours')
  expect(again.sent('StartHours')).toEqual([])
})

it('a page of the site that tells how one borrows is enough for the law', async () => {
  const about = (title: string, changedBy: string | null) => ({
    ...{
      id: 'p',
      path: '/borrowing',
      title: [{ language: 'zh-CN', text: title }],
      rev: 1,
      state: 'PUBLISHED',
    },
    ...{ changedAt: '2026-11-01T00:00:00Z', changedBy, clashCount: 0 },
  })
  const lendingIn = async (
    title: string,
    changedBy: string | null = '方若云',
  ): Promise<string | undefined> => {
    const page = await open('law', {
      ...begun,
      EditedSite: { data: { editedSite: { ...site, pages: [...site.pages, about(title, changedBy)] } } },
    })
    const line = [...page.element.querySelectorAll<HTMLElement>('li[data-done]')].find((one) =>
      one.textContent?.includes('借阅规则'),
    )
    pages.close()
    return line?.dataset['done']
  }
  expect(await lendingIn('办证与借阅')).toBe('true')
  expect(await lendingIn('交通')).toBe('false')
  // As the template has it: it tells readers to ask.
  expect(await lendingIn('办证与借阅', null)).toBe('false')
})
