// Provider, store and gateway killed (SIGKILL) under a reader who signs in, stays signed in, and writes: no session and no list is lost.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch } from './chromium.ts'
import { demoPeople, NAME_FIELD, typeCredentials, type Demo } from './people.ts'
import { imported, readiness, startProduct, waitFor, type Product } from './product.ts'
import { firstFound } from './records.ts'
import { interactive, openReader, type Reader } from './reader.ts'

const RECORDS = 300
const began = Date.now()
let product: Product
let browser: Browser
let reader: Demo
let record = ''
let opened: Reader
let page: Page

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ firstImport: RECORDS }), launch()])
  await imported(product, RECORDS / 2)
  const [first] = await demoPeople(product)
  if (first === undefined) throw new Error('The product has no reader to try.')
  reader = first
  record = await firstFound(product.origin, '月')
})
afterAll(async () => {
  await browser.close()
  await product.stop({ forget: true })
  console.log(
    `Killed under a reader: ${((Date.now() - began) / 1000).toFixed(0)} s, the product's start included`,
  )
})
beforeEach(async () => {
  opened = await openReader(browser, product.origin)
  page = opened.page
})
afterEach(() => opened.close())

const parts = ['identity', 'store', 'gateway'] as const
type Part = (typeof parts)[number]

/** The process of a part as it runs now; null while there is none. */
function pidOf(part: Part): number | null {
  try {
    if (part !== 'store') return product.pid(part)
    const noted: unknown = JSON.parse(readFileSync(join(product.dataDir, 'store', 'process.json'), 'utf8'))
    return typeof noted === 'object' && noted !== null && 'pid' in noted ? Number(noted.pid) : null
  } catch {
    return null
  }
}

function kill(part: Part): number {
  const pid = pidOf(part)
  if (pid === null) throw new Error(`there is no ${part} to kill`)
  process.kill(pid, 'SIGKILL')
  return pid
}

/** Another process of the part is there, and everything answers. */
const isBack = (part: Part, before: number): Promise<void> =>
  waitFor(
    async () => {
      const now = pidOf(part)
      if (now === null || now === before || (await readiness(product)) === null) return false
      const address = `${product.identity}/realms/ndl/.well-known/openid-configuration`
      return (await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => null))?.ok === true
    },
    60_000,
    () => `the ${part} did not come back:\n${product.output()}`,
  )

const named = (where = page) => where.locator('[data-account] summary', { hasText: reader.name })

async function toTheForm(): Promise<void> {
  await page.goto('/')
  await interactive(page)
  await page.locator('[data-account] > a').click()
  await page.waitForURL(`${product.identity}/**`)
}
async function signIn(): Promise<void> {
  await toTheForm()
  await typeCredentials(page, reader)
  await named().waitFor()
}

/** A question with the token of the page: the answer's text, or null when none came that says it is done. */
async function ask(query: string): Promise<string | null> {
  const answer = await page.evaluate(
    async ({ query, authorization }) => {
      const headers = { 'content-type': 'application/json', authorization }
      const signal = AbortSignal.timeout(5_000)
      const sent = { method: 'POST', headers, signal, body: JSON.stringify({ query }) }
      return fetch('/graphql', sent).then(
        (response) => response.text(),
        () => null,
      )
    },
    { query, authorization },
  )
  return answer === null || answer.includes('"errors"') || !answer.startsWith('{"data"') ? null : answer
}
let authorization = ''
const listenForToken = (): void =>
  void page.on('request', (request) => {
    authorization = request.headers()['authorization'] ?? authorization
  })

test.each(parts)(
  'the %s dies while a list is written: what was told to be kept is there, what was not is kept by the same words again, and nothing twice',
  async (part) => {
    listenForToken()
    await signIn()
    await page.goto('/my')
    await page.getByRole('heading', { name: '书架' }).first().waitFor()
    await waitFor(
      async () => authorization !== '',
      10_000,
      () => 'the page asked nothing with a token',
    )
    const key = `killed-${part}`
    const made = await ask(`mutation { createList(key: "${key}", name: "${part}") { id } }`)
    const [, list = ''] = /"id":"([^"]+)"/.exec(made ?? '') ?? []
    expect(list).not.toBe('')
    const put = (id: string): Promise<string | null> =>
      ask(
        `mutation { addToList(id: "${list}", record: { recordId: "${id}", title: "${id}", kind: "book" }) { id } }`,
      )
    const kept: string[] = []
    const lost: string[] = []
    let before = 0
    // Two hands write; the part dies when a dozen are kept, with others under way.
    const hand = async (name: string): Promise<void> => {
      for (let i = 0; i < 20 && lost.length < 4; i++) {
        const written = put(`${name}${i}`)
        if (kept.length >= 6 && before === 0) before = kill(part)
        ;((await written) === null ? lost : kept).push(`${name}${i}`)
      }
    }
    await Promise.all([hand('b'), hand('p')])
    expect(before).not.toBe(0)
    // A gateway that dies takes the answers with it; a store that is back soon enough is waited for.
    if (part === 'gateway') expect(lost.length).toBeGreaterThan(0)
    await isBack(part, before)
    for (const id of lost) expect(await put(id)).not.toBeNull()
    // Those that were kept are told again as well, as a page does that heard no answer.
    expect(await put(kept.at(-1) ?? '')).not.toBeNull()
    const there = await ask(
      `{ me { list(id: "${list}") { count items(first: 100) { edges { node { recordId } } } } } }`,
    )
    const ids = [...(there ?? '').matchAll(/"recordId":"(\w+)"/g)].map(([, id]) => id)
    expect(ids.toSorted()).toEqual([...kept, ...lost].toSorted())

    await page.reload()
    await named().waitFor()
    await page.getByRole('link', { name: new RegExp(`^${part}`) }).waitFor()
  },
)

test.each(parts)(
  'the %s dies under a press on the shelf: the button says what is, and the shelf has it after',
  async (part) => {
    await signIn()
    await page.goto(record)
    await interactive(page)
    await named().waitFor()
    const button = page.getByRole('button', { name: /^(放入书架|已在书架)$/ })
    await button.waitFor()
    // From the round before.
    if ((await button.innerText()).includes('已在')) await button.click()
    await page.getByRole('button', { name: '放入书架' }).waitFor()
    const before = kill(part)
    await button.click()
    await isBack(part, before)
    await waitFor(
      async () => {
        if ((await page.getByRole('button', { name: '已在书架' }).count()) > 0) return true
        await button.click()
        return false
      },
      20_000,
      () => 'the record did not come onto the shelf',
      1_000,
    )
    await page.reload()
    await named().waitFor()
    await page.getByRole('button', { name: '已在书架' }).waitFor()
  },
)

test.each(parts)(
  'the %s dies while a reader is at the form: what the form asks is taken when it is back',
  async (part) => {
    await toTheForm()
    const before = kill(part)
    await isBack(part, before)
    await page.locator(NAME_FIELD).waitFor()
    await typeCredentials(page, reader)
    await named().waitFor()
  },
)

test('the provider dies while it gives new tokens: the session is there after a load, without a password', async () => {
  await signIn()
  let before = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/token') && before === 0) before = kill('identity')
  })
  await page.reload()
  await waitFor(
    async () => before !== 0,
    10_000,
    () => 'no tokens were asked for',
  )
  await isBack('identity', before)
  await page.goto('/')
  await named().waitFor()
})
