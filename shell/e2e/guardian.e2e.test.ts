// The guardian of a child, from the counter's code to the end: linking, opening the account, looking, exporting, deleting, letting go.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from '@shuxiang/embedded-store'
import { openCardDesk } from '@shuxiang/identity/card-desk'
import { MongoClient } from 'mongodb'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCredentials, type Demo } from './people.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const identity = inject('identity')
const dataDir = inject('dataDir')
const password = 'seven quiet rivers'
const name = '许小禾'
const number = `k${randomBytes(5).toString('hex')}`
const activation = `${identity}/realms/ndl/login-actions/activate`
const [someone] = inject('people')
if (!someone) throw new Error('The product has nobody to try.')
const mother: Demo = someone
let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** A card of a child, and its code, as the library's counter gives it. */
async function fromTheCounter(): Promise<string> {
  const store = await openStore({ dataDir })
  const client = new MongoClient(store.uri)
  try {
    const db = client.db('shuxiang')
    const desk = openCardDesk({ db: async () => db, folder: join(dataDir, 'identity'), now: Date.now })
    await desk.put([{ library: 'n330110', card: number, holder: name, ageBand: 'under-14' }])
    const code = await desk.issueCode(`n330110/${number}`)
    if (code === null) throw new Error('there is no code')
    return code
  } finally {
    await client.close()
    await store.close()
  }
}

async function signIn({ page }: Reader, who: Demo): Promise<void> {
  await page.goto('/my')
  await interactive(page)
  await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, who)
  await page.locator('[data-account] summary', { hasText: who.name }).waitFor()
}

async function activate({ page }: Reader, code: string): Promise<void> {
  await page.locator('input[name=library]').fill('余杭区图书馆')
  await page.locator('input[name=card]').fill(number)
  await page.locator('input[name=activation]').fill(code)
  await page.locator('input[name=chosen]').fill(password)
  await page.locator('input[name=repeat]').fill(password)
  await page.locator('input[name=repeat]').press('Enter')
}

const looks = [
  ['zh-360-light', '', 360, 'light'],
  ['en-360-dark', '&lang=en', 360, 'dark'],
  ['zh-768-dark', '', 768, 'dark'],
  ['en-1280-light', '&lang=en', 1280, 'light'],
] as const

test('proves the card, opens the account, looks after it, and lets go', { timeout: 180_000 }, async () => {
  const code = await fromTheCounter()
  const reader = await openReader(browser, origin, { width: 360, height: 740, touch: true })
  const { page } = reader
  const button = (words: string) => page.getByRole('button', { name: words, exact: true })

  // Without a guardian the card opens nothing, and the page says who does it.
  await page.goto(activation)
  await activate(reader, code)
  await page.getByText('要由监护人开通').waitFor()
  expect(await violations(page)).toEqual([])

  await signIn(reader, mother)
  await page.goto('/my?view=account')
  await page.getByRole('heading', { name: '添加孩子' }).waitFor()
  await button('添加').click()
  await page.getByText('请填孩子的读者证').waitFor()
  await page.keyboard.type(number)
  await page.getByLabel('激活码').fill('AAAAA-AAAAA')
  await button('添加').click()
  await page.getByText('请先勾选').waitFor()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.getByText('读者证或激活码不对').waitFor()
  // Nothing typed is lost.
  expect(await page.getByLabel('孩子的读者证').inputValue()).toBe(number)
  await page.getByLabel('激活码').fill(code)
  await button('添加').click()
  await page.getByText('还差一步').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('还差一步')
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: `为${name}开通账户` }).click()
  await page.waitForURL(`${activation}**`)
  await activate(reader, code)
  await page.getByText('已开通').first().waitFor()

  const other = await openReader(browser, origin, { width: 360, height: 740, touch: true })
  await signIn(other, { username: `n330110/${number}`, password, name, secret: null })
  await other.page.goto(await firstFound(origin, '静夜思', 'poem'))
  await other.page.getByRole('button', { name: '放入书架' }).click()
  await other.page.getByRole('button', { name: '已在书架' }).waitFor()
  await other.page.goto('/my')
  await other.page.getByText('你的家长照看这个账户').waitFor()
  expect(await violations(other.page)).toEqual([])
  // Of children a child has none to add.
  await other.page.goto('/my?view=account')
  await other.page.locator('dd', { hasText: '未满 14 岁' }).waitFor()
  expect(await other.page.getByRole('heading', { name: '孩子的账户' }).count()).toBe(0)

  await page.goto('/my?view=account')
  await page.getByText(`${name}的书架和书单`).click()
  await page.getByRole('link', { name: '靜夜思' }).waitFor()
  for (const [look, query, width, scheme] of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`/my?view=account${query}`)
    await page.locator('[data-child=UNDER_14] summary').click()
    await page.locator('[data-child=UNDER_14] ol a').waitFor()
    expect(await violations(page)).toEqual([])
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond).toBeLessThanOrEqual(0)
    const pictures = process.env['PICTURES']
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `guardian-${look}.png`), fullPage: true })
    }
  }
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/my?view=account&lang=zh-CN')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(`导出${name}的全部内容`).click(),
  ])
  expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
    login: { username: `n330110/${number}` },
    account: { lists: [{ shelf: true, records: [{ title: '靜夜思' }] }] },
  })
  await page.getByText('已经存成一个文件').waitFor()

  await button(`注销账户：${name}`).click()
  await page.getByRole('dialog').waitFor()
  await button('确定注销').click()
  await button(`保留账户：${name}`).waitFor()
  await other.page.goto('/my')
  await other.page.getByText(/这个账户将在 .* 删除/).waitFor()
  await button(`保留账户：${name}`).click()
  await page.getByText('一切照旧').waitFor()

  await button(`解除关联：${name}`).click()
  await page.getByText('收回对孩子使用它的同意').waitFor()
  expect(await violations(page)).toEqual([])
  await button('解除并收回同意').click()
  await page.getByText('关联已经解除').waitFor()
  await page.locator('[data-child]').waitFor({ state: 'detached' })

  expect([...reader.errors, ...other.errors]).toEqual([])
  await other.close()
  await reader.close()
})
