// Whatever the desk of a library asks and sends, sent once more by those who may not: somebody who is not signed in, a reader,
// and librarians of another library. Nothing of a draft comes out, nothing is changed, and the page says why it is closed.
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openAtWork, openNewSite } from './at-work.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { typeCode, typeCredentials } from './people.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const origin = inject('origin')
const library = 'n3405'
const address = `/console/edit/${library}`
const secrets = ['只有本馆知道的草稿', '只给同事看的留言', '内部照片'] as const
/** Operations that change something, and those that tell what is nobody else's business: the desk must have sent each. */
const changing = ['SavePage', 'CommentOnPage', 'BeginFile', 'AddFilePart', 'DescribeFile', 'ChangeSite']
const telling = ['EditedPage', 'PageRevisions', 'OpenComments', 'DraftChanges', 'ChosenFile', 'EditedSite']
const closed = '您没有编辑这个网站的权限。请联系本馆的分馆管理员。'
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let browser: Browser
let own: Reader
let desk: Page

interface Sent {
  readonly path: string
  readonly body: string
  /** Operation of the graph; empty elsewhere. */
  readonly operation: string
  /** What was answered to the desk. */
  readonly answer: string
}
const sent: Sent[] = []
const waiting: Promise<void>[] = []

function operationIn(body: string): string {
  const read: unknown = JSON.parse(body)
  const name: unknown = Object(read)['operationName']
  return typeof name === 'string' ? name : ''
}
/** What came and the codes of what was refused. */
function answerOf(text: string): { readonly data: object | null; readonly errors: readonly unknown[] } {
  const read: { data?: object | null; errors?: readonly { extensions?: { code?: unknown } }[] } =
    JSON.parse(text)
  return { data: read.data ?? null, errors: (read.errors ?? []).map(({ extensions }) => extensions?.code) }
}
async function note(request: Request): Promise<void> {
  const { pathname } = new URL(request.url())
  const body = request.postData()
  if (request.method() !== 'POST' || body === null || !/^\/(graphql|_answers\/)/.test(pathname)) return
  // What is on its way when the browser is closed has no answer.
  const answered = await request.response().catch(() => null)
  const answer = (await answered?.text().catch(() => '')) ?? ''
  sent.push({ path: pathname, body, operation: pathname === '/graphql' ? operationIn(body) : '', answer })
}
const saved = (): Promise<void> => desk.locator('.saved[data-state=saved]').waitFor({ timeout: 20_000 })

beforeAll(async () => {
  browser = await launch()
  own = await openNewSite(browser, library, 90_000)
  desk = own.page
  desk.on('request', (request) => waiting.push(note(request)))
  await desk.setViewportSize({ width: 1280, height: 800 })
  await desk.goto(address)
  await desk.locator('.outline .row').first().waitFor({ timeout: 20_000 })
}, 180_000)
afterAll(() => browser.close())

test('a librarian works on a page, and each question of the desk is noted', async () => {
  await desk.getByRole('button', { name: '添加版块' }).click()
  await desk.locator('dialog [data-type=rich-text]').click()
  await desk.locator('.surface').click()
  await desk.keyboard.press('Control+a')
  await desk.keyboard.type(secrets[0])
  await saved()
  await desk.getByRole('button', { name: '写留言' }).click()
  await desk.getByLabel('给同事的留言').fill(secrets[1])
  await desk.getByRole('button', { name: '发出' }).click()
  await desk.locator('.left, .right').getByText(secrets[1]).first().waitFor()
  await desk.getByRole('button', { name: '添加版块' }).click()
  await desk.locator('dialog [data-type=image]').click()
  await desk.getByRole('button', { name: '选择图片' }).click()
  await desk
    .locator('dialog[open]')
    .last()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: `${secrets[2]}.png`, mimeType: 'image/png', buffer: onePixel })
  await desk.getByLabel('只是装饰，不用读出来').check()
  await desk.getByRole('button', { name: '保存说明' }).click()
  await saved()
  await desk.getByRole('button', { name: '历史', exact: true }).click()
  await desk.locator('dialog[open] li').first().waitFor()
  await desk.keyboard.press('Escape')
  const compared = desk.waitForResponse(
    (answer) => answer.request().postData()?.includes('DraftChanges') ?? false,
  )
  await desk.getByRole('button', { name: /^发布/ }).click()
  await compared
  await desk.keyboard.press('Escape')
  await desk.getByRole('button', { name: '网站', exact: true }).click()
  await desk.getByLabel('ICP 备案号').fill('浙ICP备00000001号')
  await desk.getByRole('button', { name: '保存', exact: true }).click()
  await desk.getByText('已保存，下次发布后读者能看到。').waitFor()
  await Promise.all(waiting)
  const operations = new Set(sent.map(({ operation }) => operation))
  expect([...operations]).toEqual(expect.arrayContaining([...changing, ...telling]))
  // What is kept from strangers below was told to the desk: the test would be worth nothing if it never came.
  for (const secret of secrets) expect(sent.some(({ answer }) => answer.includes(secret))).toBe(true)
})

/** Signs in as whoever it is and gives what their browser shows the gateway; null: nobody. */
async function bearerOf(who: string | null): Promise<string | null> {
  if (who === null) return null
  const person = inject('people').find(({ username }) => username === who)
  if (!person) throw new Error(`The product has no ${who} to try.`)
  const { page, context } = await openReader(browser, origin)
  let found: string | undefined
  page.on('request', (request) => (found ??= request.headers()['authorization']))
  if (person.secret === null) await page.goto('/auth/sign-in?to=/my')
  else {
    await page.goto('/console')
    await interactive(page)
    await page.locator('main .door button.primary').click()
  }
  await page.waitForURL(`${inject('identity')}/**`)
  await typeCredentials(page, person)
  if (person.secret !== null) await typeCode(page, person)
  await expect.poll(() => found, { timeout: 20_000 }).toBeDefined()
  await context.close()
  return found ?? null
}

describe.each([
  ['nobody', null, 'UNAUTHENTICATED'],
  ['a reader', 'n330110/1001', 'FORBIDDEN'],
  ['an editor of another library', 'n33/editor-1', 'FORBIDDEN'],
  ['a publisher of another library', 'n33/publisher-1', 'FORBIDDEN'],
  ['an admin of another library', 'n33/admin-1', 'FORBIDDEN'],
])('%s', (_whose, who, code) => {
  test('changes nothing and is told nothing, whatever the desk has sent', async () => {
    const token = await bearerOf(who)
    const headers = { 'content-type': 'application/json', ...(token && { authorization: token }) }
    for (const { path, body, operation } of sent) {
      const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body })
      const text = await answer.text()
      for (const secret of secrets) expect(text, operation).not.toContain(secret)
      if (!changing.includes(operation)) continue
      const { data, errors } = answerOf(text)
      expect(errors, operation).toContain(code)
      expect(
        Object.values(data ?? {}).filter((one) => one !== null),
        operation,
      ).toEqual([])
    }
  })
})

test('a librarian of another library finds the desk closed, with a sentence', async () => {
  const other = await openAtWork(browser, 'n33/editor-1', address)
  await other.page.getByRole('heading', { level: 1 }).waitFor()
  await other.page.getByText(closed).waitFor({ timeout: 20_000 })
  const shown = await other.page.locator('body').innerText()
  for (const secret of secrets) expect(shown).not.toContain(secret)
  expect(await violations(other.page)).toEqual([])
  await other.close()
})

test('the page is as its librarian left it', async () => {
  await desk.goto(address)
  await desk.frameLocator('.canvas iframe').getByText(secrets[0]).waitFor({ timeout: 20_000 })
  await desk.locator('.saved[data-state=saved]').waitFor()
  expect(await desk.locator('.clash').count()).toBe(0)
  expect(own.errors.filter((text) => !/net::ERR|Failed to load resource/.test(text))).toEqual([])
})
