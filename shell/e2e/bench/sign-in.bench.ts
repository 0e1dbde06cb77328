// Signing in on a slow network (RTT 150 ms, 1.6 Mbit/s): from the press on the link to the name in the masthead, typing
// apart. Nothing of signing in is in the cache; the page that the reader is on is.
import type { Browser } from 'playwright-core'
import { launch } from '../chromium.ts'
import { demoPeople, type Demo } from '../people.ts'
import { imported, startProduct, type Product } from '../product.ts'
import { interactive } from '../reader.ts'

const ROUNDS = 5
const RECORDS = 2_000
const GOAL = 3_000
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

interface Journey {
  /** Milliseconds from the press to the form that can be filled in. */
  readonly there: number
  /** Milliseconds from Enter to the name in the masthead, at the reader's place. */
  readonly back: number
}

async function signIn(browser: Browser, { origin, identity }: Product, reader: Demo): Promise<Journey> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await page.goto(`${origin}/search?q=月`)
    await interactive(page)
    const pressed = performance.now()
    // Not by a pointer: what a reader who points has fetched before the press would be left out.
    await page.locator('[data-account] > a').evaluate((link: HTMLElement) => link.click())
    await page.waitForURL(`${identity}/**`, { waitUntil: 'commit' })
    await page.locator('input[name=password]').waitFor()
    const there = performance.now() - pressed
    await page.locator('input[name=card]').fill(reader.username)
    await page.locator('input[name=password]').fill(reader.password)
    const entered = performance.now()
    await page.keyboard.press('Enter')
    await page.locator('[data-account] summary').waitFor()
    return { there, back: performance.now() - entered }
  } finally {
    await context.close()
  }
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const product = await startProduct({ firstImport: RECORDS })
const browser = await launch()
try {
  await imported(product, RECORDS)
  const [reader] = await demoPeople(product)
  if (!reader) throw new Error('the product has nobody to try')
  const journeys: Journey[] = []
  for (let round = 0; round < ROUNDS; round += 1) journeys.push(await signIn(browser, product, reader))
  const there = median(journeys.map((one) => one.there))
  const back = median(journeys.map((one) => one.back))
  const whole = median(journeys.map((one) => one.there + one.back))
  console.log(
    `network: RTT ${NETWORK.latency} ms, ${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s; median of ${ROUNDS}, nothing of signing in cached`,
  )
  console.log(`from the press to the form    ${there.toFixed(0)} ms`)
  console.log(`from Enter to the name        ${back.toFixed(0)} ms`)
  console.log(
    `whole, typing apart           ${whole.toFixed(0)} ms   goal ${GOAL}, ratio ${(whole / GOAL).toFixed(2)}`,
  )
} finally {
  await browser.close()
  await product.stop({ forget: true })
}
