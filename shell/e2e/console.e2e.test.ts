// The console of the staff with the real provider: who gets in, what they do there, and what an intruder cannot.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ageSecondFactor } from './age-second-factor.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { faultsInEveryMode } from './modes.ts'
import { typeCode, typeCredentials, type Demo } from './people.ts'
import { interactive, openReader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const person = (username: string): Demo => {
  const found = inject('people').find((each) => each.username === username)
  if (!found) throw new Error(`The product has no ${username} to try.`)
  return found
}
const chief = person('ndl/admin-1')
const second = person('ndl/admin-2')
const admin = person('n33/admin-1')
const editor = person('n33/editor-1')
const publisher = person('n33/publisher-1')
const reader = person('n330110/1001')

let browser: Browser
const contexts = new Map<Demo, BrowserContext>()
const errors: string[] = []

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** From the door of the console: password, code, and back. */
async function signIn(page: Page, who: Demo): Promise<void> {
  const back = page.url()
  await page.locator('main .door button.primary').click()
  await confirm(page, who)
  await page.waitForURL(back)
}

/** At the provider: that it is them, by a code, and by the password before it where that is asked for again. */
async function confirm(page: Page, who: Demo): Promise<void> {
  await page.waitForURL(`${identity}/**`)
  await page.locator('input[name=password], input[name=code]').first().waitFor()
  if ((await page.locator('input[name=password]').count()) > 0) await typeCredentials(page, who)
  await typeCode(page, who)
}

/** A page of somebody at work. They sign in once: each code is taken once. */
async function at(path: string, who: Demo): Promise<Page> {
  const known = contexts.get(who)
  const context = known ?? (await openReader(browser, origin)).context
  const page = known || !context.pages()[0] ? await context.newPage() : (context.pages()[0] as Page)
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(path)
  await interactive(page)
  contexts.set(who, context)
  // Signed in on another page of theirs, or asked at the door.
  await page.locator('main :is(.open, .door button.primary)').first().waitFor()
  if (await page.locator('main .door').isVisible()) await signIn(page, who)
  await page.locator('.open').waitFor()
  return page
}

const main = (page: Page) => page.locator('main')
const link = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true })
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true })

describe('the door', () => {
  test('is closed to a reader, with a sentence that says what to do', async () => {
    const { page, close } = await openReader(browser, origin)
    await page.goto('/')
    await interactive(page)
    await page.locator('[data-account] > a').click()
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, reader)
    await page.locator('[data-account] summary').waitFor()
    await page.goto('/console/members?library=n33')
    await page.getByRole('heading', { name: '请用馆员账户登录' }).waitFor()
    expect(await main(page).innerText()).toContain('读者账户不能进入')
    expect(await main(page).innerText()).not.toContain('editor-1')
    expect(await violations(page)).toEqual([])
    await button(page, '登录').click()
    await page.waitForURL(`${identity}/**`)
    await page.getByText('还没有登记').first().waitFor()
    // Whose session this is has not become one of the staff.
    await page.goto('/console')
    await page.getByRole('heading', { name: '请用馆员账户登录' }).waitFor()
    await close()
  })

  test('asks staff who have signed in with a password for the code alone', async () => {
    const { page, close } = await openReader(browser, origin)
    await page.goto('/')
    await interactive(page)
    await page.locator('[data-account] > a').click()
    await page.waitForURL(`${identity}/**`)
    await typeCredentials(page, publisher)
    await page.locator('[data-account] summary').waitFor()
    await page.goto('/console')
    await page.getByRole('heading', { name: '请用馆员账户登录' }).waitFor()
    await button(page, '登录').click()
    await page.waitForURL(`${identity}/**`)
    expect(await page.locator('input[name=password]').count()).toBe(0)
    await typeCode(page, publisher)
    await page.waitForURL(`${origin}/console`)
    await page.getByText('以 n33/publisher-1 登录').waitFor()
    // A publisher has nothing to do with members, and is told what there is.
    expect(await link(page, '成员与角色').count()).toBe(0)
    await close()
  })

  test('is closed to an editor at members, of their own library and of another', async () => {
    for (const library of ['n33', 'n44']) {
      const page = await at(`/console/members?library=${library}`, editor)
      await page.getByRole('heading', { name: '您在这座图书馆不能使用这一栏' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.close()
    }
  })

  test('stays closed to an editor who asks the gateway past the page, and the log has it', async () => {
    const page = await at('/console', editor)
    const token = new Promise<string>((resolve) => {
      page.on('request', (request) => {
        const { authorization } = request.headers()
        if (authorization) resolve(authorization)
      })
    })
    await page.reload()
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: await token,
    }
    const ask = async (query: string): Promise<string> => {
      const answer = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      })
      return JSON.stringify(await answer.json())
    }
    expect(await ask('{ members(library: "n44") { edges { node { username } } } }')).toContain('"FORBIDDEN"')
    expect(await ask('{ auditEntries(library: "n44") { number } }')).toContain('"FORBIDDEN"')
    const terms = 'library: "n44", username: "n33/editor-1", reason: "x", expires: "2027-06-01T00:00:00Z"'
    expect(await ask(`mutation { grantRole(${terms}, role: PUBLISHER) { id } }`)).toContain('"FORBIDDEN"')
    expect(await ask(`mutation { proposeAdmin(${terms}) { id } }`)).toContain('"FORBIDDEN"')
    await page.close()
    const log = await at('/console/audit?library=n44&person=n33%2Feditor-1', chief)
    // Another test is refused the same, before or after.
    await log.getByText('n33/editor-1 想要授予角色，没有获准').first().waitFor()
    await log.close()
  })
})

describe('a role', () => {
  test('is granted, withdrawn after a word of warning, and granted again by one press', async () => {
    const page = await at('/console/members', admin)
    await link(page, '授予角色').click()
    await button(page, '授予').click()
    // Nothing was typed: each field says what it wants, the first has the focus.
    await page.getByText('没有这个账户，或者它已经停用').waitFor()
    await page.getByLabel('账户名').fill('n33/nobody')
    await page.getByLabel('理由').fill('接替沈砚')
    await button(page, '授予').click()
    await page.getByRole('alert').getByText('没有这个账户').waitFor()
    expect(await page.getByLabel('理由').inputValue()).toBe('接替沈砚')
    expect(await violations(page)).toEqual([])
    await page.getByLabel('账户名').fill('n330110/1001')
    await button(page, '授予').click()
    await page.getByText('还没有登记动态口令').waitFor()
    await page.getByLabel('账户名').fill(publisher.username)
    await button(page, '授予').click()
    await page.getByText('已授予 n33/publisher-1 编辑角色').waitFor()
    const row = page.locator('.member', { hasText: '接替沈砚' })
    expect(await row.innerText()).toContain('n33/admin-1')

    await row.getByRole('link').click()
    await page.getByText('马上不能再做编辑的工作').waitFor()
    await button(page, '确认撤回').click()
    await page.getByText('请写下理由').waitFor()
    await page.getByLabel('撤回的理由').fill('弄错了人')
    expect(await violations(page)).toEqual([])
    await button(page, '确认撤回').click()
    await page.getByText('已撤回 n33/publisher-1 的编辑角色').waitFor()
    await button(page, '撤错了，再次授予').click()
    expect(await page.getByLabel('账户名').inputValue()).toBe(publisher.username)
    await page.getByLabel('理由').fill('没有弄错')
    await button(page, '授予').click()
    await page.getByText('已授予 n33/publisher-1 编辑角色').waitFor()
    await page.getByText('以前的成员（1）').click()
    await page.getByText('撤回的理由：弄错了人').waitFor()
    await page.close()
  })
})

describe('four eyes', () => {
  test('one proposes and cannot confirm, another confirms, and the audit log tells it', async () => {
    const mine = await at('/console/members', chief)
    await mine.getByRole('combobox').fill('广东')
    await mine.getByRole('option').first().click()
    await mine.waitForURL(/library=n44/)
    await link(mine, '授予角色').click()
    await mine.getByLabel('账户名').fill(publisher.username)
    await mine.getByLabel('理由').fill('新任馆长')
    await mine.getByRole('radio', { name: /^分馆管理员/ }).check()
    await button(mine, '提名').click()
    await mine.getByText('已提名 n33/publisher-1').waitFor()
    await mine.goto('/console/proposals')
    await mine.getByText('您提名的，要由另一位全国管理员确认。').waitFor()
    expect(await mine.getByRole('link', { name: '确认 n33/publisher-1 的提名' }).count()).toBe(0)
    await mine.close()

    const other = await at('/console', second)
    await other.getByRole('link', { name: '1 项管理员提名等您确认' }).click()
    await other.getByRole('link', { name: '确认 n33/publisher-1 的提名' }).click()
    expect(await violations(other)).toEqual([])
    await button(other, '确认授予').click()
    await other.getByText('n33/publisher-1 已成为').waitFor()
    await other.goto('/console/audit?library=n44')
    await other.getByText('ndl/admin-2 确认提名，n33/publisher-1 成为分馆管理员').waitFor()
    await other.getByText('ndl/admin-1 提名 n33/publisher-1 为分馆管理员').first().waitFor()
    await other.getByLabel('账户名').fill('ndl/admin-1')
    await button(other, '筛选').click()
    await other.waitForURL(/person=/)
    await expect.poll(() => other.getByText('ndl/admin-2 确认提名').count()).toBe(0)
    expect(await violations(other)).toEqual([])
    await other.goto('/console/members?library=n44')
    await other.getByRole('link', { name: '撤回 n33/publisher-1 的分馆管理员角色' }).click()
    await other.getByLabel('撤回的理由').fill('试过了')
    await button(other, '确认撤回').click()
    await other.getByText('已撤回').waitFor()
    await other.close()
  })
})

describe('a form half written', () => {
  test('that needs a fresh code goes to the code and back, and is done once', async () => {
    const page = await at('/console/members?do=grant', admin)
    await page.getByLabel('账户名').fill(editor.username)
    await page.getByRole('radio', { name: /^发布员/ }).check()
    await page.getByLabel('理由').fill('试发布一个月')
    await ageSecondFactor(inject('dataDir'), admin.username)
    await later(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.postData()?.includes('GrantRole')) sent.push(request.url())
    })
    await button(page, '授予').click()
    await confirm(page, admin)
    await page.waitForURL(`${origin}/console/members**`)
    await page.getByText('已授予 n33/editor-1 发布员角色').waitFor()
    expect(page.url()).toBe(`${origin}/console/members?library=n33`)
    await expect.poll(() => page.locator('.member', { hasText: '试发布一个月' }).count()).toBe(1)
    expect(sent).toHaveLength(2)
    expect(await page.evaluate(() => sessionStorage.getItem('shuxiang.console.draft'))).toBeNull()
    await page.close()
  })

  test('whose code is not given waits, filled, and does nothing by itself', async () => {
    const page = await at('/console/members?do=grant', admin)
    await page.getByLabel('账户名').fill(publisher.username)
    await page.getByLabel('理由').fill('还没有想好')
    await ageSecondFactor(inject('dataDir'), admin.username)
    await later(page)
    await button(page, '授予').click()
    await page.waitForURL(`${identity}/**`)
    await page.goBack()
    await interactive(page)
    await page.locator('main .door button.primary').click()
    await confirm(page, admin)
    await page.waitForURL(`${origin}/console/members**`)
    await page.getByLabel('理由').waitFor()
    await expect.poll(() => page.getByLabel('理由').inputValue()).toBe('还没有想好')
    expect(await page.getByLabel('账户名').inputValue()).toBe(publisher.username)
    expect(await page.getByText('已授予').count()).toBe(0)
    await page.close()
  })

  test('whose sign-in ends is hidden and kept, and comes back with the next', async () => {
    const page = await at('/console/members?do=grant', admin)
    await page.getByLabel('账户名').fill(editor.username)
    await page.getByLabel('理由').fill('写到一半')
    await page.route('**/protocol/openid-connect/token', (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/json',
        body: '{"error":"invalid_grant"}',
        headers: { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
      }),
    )
    await later(page)
    await button(page, '授予').click()
    await page.getByRole('heading', { name: '登录已经结束' }).waitFor()
    expect(await page.getByLabel('理由').isVisible()).toBe(false)
    expect(await main(page).innerText()).not.toContain('publisher-1')
    expect(await violations(page)).toEqual([])
    await page.unrouteAll()
    await page.context().clearCookies()
    await signIn(page, admin)
    await page.getByLabel('理由').waitFor()
    await expect.poll(() => page.getByLabel('理由').inputValue()).toBe('写到一半')
    expect(await page.getByLabel('账户名').inputValue()).toBe(editor.username)
    await page.close()
  })
})

/** The clock of the page is six minutes ahead: longer than a token lives, so the next question takes a new one. */
const later = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 360_000
    const time = Date.prototype.getTime
    Date.prototype.getTime = function () {
      return time.call(this) + 360_000
    }
  })

describe('every page', () => {
  const paths = [
    '/console',
    '/console/members',
    '/console/members?library=n33',
    '/console/members?library=n33&do=grant',
    '/console/proposals',
    '/console/audit',
    '/console/own-audit',
    '/console/audit?library=n44&action=card.import',
    '/console/no-such',
  ]
  describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
    let page: Page
    beforeAll(async () => {
      page = await at('/console', second)
      await page.context().addCookies([{ name: 'sx_locale', value: locale, url: origin }])
    })
    afterAll(async () => {
      await page.context().clearCookies({ name: 'sx_locale' })
      await page.close()
    })
    test.each(paths)('%s is accessible, and every box has its place', async (path) => {
      await page.goto(path)
      await interactive(page)
      await page
        .locator(path.includes('no-such') ? '.state' : '.open > :not(.library)')
        .first()
        .waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await faultsInEveryMode(page, { colours: locale === 'zh-CN' })).toEqual([])
    })
  })

  test('is worked by keyboard alone', async () => {
    const page = await at('/console', chief)
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => {
          const element = document.activeElement
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
        })
        if (focused === name) return
      }
      throw new Error(`the focus never came to ${name}`)
    }
    await tabTo('成员与角色')
    await page.keyboard.press('Enter')
    await page.waitForURL(/members/)
    await page.getByRole('combobox').waitFor()
    // The page that is opened takes the focus to its heading; typed before that, the words would go nowhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.getByRole('combobox').focus()
    await page.keyboard.type('浙江图')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/library=n33/)
    await page.locator('.member').first().waitFor()
    await tabTo('授予角色')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('授予角色')
    await tabTo('取消')
    await page.keyboard.press('Enter')
    await page.waitForURL(/library=n33$/)
    await tabTo('撤回 n33/editor-1 的编辑角色')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await tabTo('不撤回')
    await page.keyboard.press('Enter')
    await page.waitForURL(/library=n33$/)
    await page.close()
  })
})

test('nothing went wrong in any page', () => {
  expect(errors.filter((error) => !/40[0-9]/.test(error))).toEqual([])
})
