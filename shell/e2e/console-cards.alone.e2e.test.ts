// The console's work with people: a library's list of cards becomes accounts, and an invitation becomes a role.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { demoPeople, typeCode, typeCredentials, type Demo } from './people.ts'
import { startProduct, type Product } from './product.ts'
import { interactive, openReader } from './reader.ts'

const password = '半亩方塘，一鉴开'
/** Where pictures of the pages go, when somebody wants to look at them. */
const pictures = process.env['PICTURES_DIR']
let product: Product
let browser: Browser
let staff: Demo[]

beforeAll(async () => {
  product = await startProduct({ firstImport: 50 })
  browser = await launch()
  staff = await demoPeople(product)
}, 180_000)
afterAll(async () => {
  await browser.close()
  await product.stop({ forget: true })
})

const demo = (username: string): Demo => {
  const found = staff.find((each) => each.username === username)
  if (!found) throw new Error(`there is no ${username}`)
  return found
}

/** Goes to a page for staff, and signs in there with a one-time code. */
async function signInAt(page: Page, path: string, person: Demo): Promise<void> {
  await page.goto(path)
  await interactive(page)
  await page.locator('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${product.identity}/**`)
  await typeCredentials(page, person)
  await typeCode(page, person)
  await page.waitForURL(`${product.origin}/console**`)
  await interactive(page)
}

/** Text as a Chinese library system writes it; Node only reads it. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const known = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(first, second))
      if (!known.has(sign)) known.set(sign, [first, second])
    }
  return Buffer.from(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (known.get(sign) ?? []))),
  )
}

async function look(page: Page, name: string): Promise<void> {
  expect(await violations(page), name).toEqual([])
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

/** As it comes from a library system, with what is wrong in real ones. */
const list = [
  '读者证号,姓名,性别,出生日期,联系电话,有效期至',
  'Z330010001,苏映雪,女,1987-03-05,13800000001,2030-12-31',
  'Z330010002,"何以宁",男,2014/6/1,13800000002,长期',
  'Z330010003,江以南,女,,13800000003,2030-12-31',
  '3.3001E+11,程思远,男,1990-01-01,13800000004,2030-12-31',
  'Z330010001,苏映雪,女,1987-03-05,13800000001,2030-12-31',
  'Z330010005,=cmd|calc,男,某日,13800000005,2030-12-31',
  'Z330010006,叶知秋,女,1975-09-09,13800000006,2020-12-31',
].join('\r\n')

test(
  'a list of GB18030 with faults is imported, and a reader comes in by a code',
  { timeout: 300_000 },
  async () => {
    const { page, errors, close } = await openReader(browser, product.origin)
    try {
      await signInAt(page, '/console/cards?library=n33', demo('n33/admin-1'))
      await page.getByRole('heading', { name: '导入读者名单' }).waitFor()
      await look(page, 'cards')
      await page.locator('input[type=file]').setInputFiles({
        name: '读者.csv',
        mimeType: 'text/csv',
        buffer: gb18030(list),
      })
      await page.getByRole('heading', { name: '核对结果' }).waitFor({ timeout: 60_000 })
      const count = async (kind: string): Promise<string> =>
        page
          .locator('dl div', { has: page.getByText(kind, { exact: true }) })
          .locator('b')
          .innerText()
      expect([await count('新增'), await count('退回')]).toEqual(['2', '5'])
      await page.getByText('Excel 改成了科学记数').waitFor()
      await look(page, 'checked')

      // Corrected: whoever has no date of birth is an adult.
      await page.getByLabel('没有出生日期的读者').selectOption('ADULT')
      await page.getByRole('button', { name: '按这样重新核对' }).click()
      await expect.poll(() => count('新增').catch(() => ''), { timeout: 60_000 }).toBe('3')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载退回的行' }).click(),
      ])
      const chunks: Buffer[] = []
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Buffer))
      const refused = Buffer.concat(chunks).toString('utf8')
      expect(refused.split('\r\n')).toHaveLength(6)
      expect(refused).toContain("'=cmd|calc")

      await page.getByRole('button', { name: '导入 3 行' }).click()
      await page.getByRole('heading', { name: '导入完成' }).waitFor({ timeout: 60_000 })
      expect([await count('新增'), await count('退回')]).toEqual(['3', '4'])
      await look(page, 'imported')

      await page.getByRole('link', { name: '发放激活码' }).click()
      await page.getByText('Z330010001').waitFor()
      await page.getByLabel('全选').check()
      await page.getByRole('button', { name: '为 3 张证发放激活码' }).click()
      await page.getByRole('heading', { name: '3 封信' }).waitFor()
      await page.locator('article', { hasText: '浙江图书馆' }).first().waitFor()
      await look(page, 'letters')
      const code = await page.locator('article', { hasText: '苏映雪' }).locator('dd.code').innerText()
      expect(code).toMatch(/^\w{5}-\w{5}$/)
      // Printed are the letters and nothing to press.
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('button', { name: '打印这些信' }).isVisible()).toBe(false)
      expect(await page.locator('article', { hasText: '苏映雪' }).isVisible()).toBe(true)
      await page.emulateMedia({ media: 'screen' })
      expect(errors).toEqual([])

      const reader = await openReader(browser, product.identity)
      try {
        await reader.page.goto('/realms/ndl/login-actions/activate')
        await reader.page.fill('#library', '浙江图书馆')
        await reader.page.fill('#card', 'Z330010001')
        await reader.page.fill('#activation', code)
        await reader.page.fill('#chosen', password)
        await reader.page.fill('#repeat', password)
        await reader.page.keyboard.press('Enter')
        await reader.page.getByRole('heading', { name: '读者证已开通' }).waitFor()
        await reader.page.getByText('n33/z330010001').waitFor()
        await reader.page.goto(`${product.origin}/my`)
        await interactive(reader.page)
        await reader.page.locator('[data-account] > a').click()
        await reader.page.waitForURL(`${product.identity}/**`)
        await typeCredentials(reader.page, { username: 'n33/z330010001', password })
        await reader.page.waitForURL(`${product.origin}/my**`)
        await reader.page.locator('[data-account]').getByText('苏映雪').first().waitFor()
      } finally {
        await reader.close()
      }
    } finally {
      await close()
    }
  },
)

test('a colleague is invited by a code, accepts, and has the role', { timeout: 300_000 }, async () => {
  const admin = await openReader(browser, product.origin)
  const guest = await openReader(browser, product.origin, { width: 360, height: 740 })
  try {
    await signInAt(admin.page, '/console/invitations?library=n33', demo('n33/admin-1'))
    await admin.page.getByLabel('邀请谁').fill('沈砚（采编部）')
    await admin.page.locator('#invite-role').selectOption('PUBLISHER')
    await admin.page.locator('#invite-reason').fill('负责专题页发布')
    await admin.page.getByRole('button', { name: '发出邀请' }).click()
    await admin.page.getByRole('heading', { name: '给沈砚（采编部）的邀请：发布员' }).waitFor()
    const code = await admin.page.locator('dd.code').innerText()
    expect(code).toMatch(/^(\w{5}-){2}\w{5}$/)
    await look(admin.page, 'invited')

    // By the link: the code stands behind the #, and is there again after the sign-in.
    await signInAt(guest.page, `/console/invitation#${code}`, demo('n33/editor-1'))
    await guest.page.getByRole('heading', { name: /邀请您担任发布员/ }).waitFor()
    await guest.page.getByText('负责专题页发布').waitFor()
    await look(guest.page, 'invitation')
    await guest.page.getByRole('button', { name: '接受' }).click()
    await guest.page.getByText('角色现在生效').waitFor()
    expect(guest.page.url()).not.toContain(code)
    await guest.page.getByRole('link', { name: '去工作台' }).click()
    await guest.page.getByText('发布员').first().waitFor()
    await admin.page.reload()
    await admin.page.getByText('已接受').waitFor({ state: 'attached' })
    // Once answered, it is worth nothing to anybody.
    await guest.page.goto('/console/invitation')
    await interactive(guest.page)
    await guest.page.getByLabel('邀请码').fill('AAAAA-BBBBB-CCCCC')
    await guest.page.getByRole('button', { name: '查看邀请' }).click()
    await guest.page.getByText('没有这个邀请码').waitFor()
    expect([...admin.errors, ...guest.errors]).toEqual([])
  } finally {
    await guest.close()
    await admin.close()
  }
})
