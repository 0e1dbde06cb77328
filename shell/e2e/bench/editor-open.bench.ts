// Opening the editor with a page of 200 blocks, as somebody who works with it every day does (scripts in the cache): when a
// press is answered, when the page is drawn, and the memory of it all, beside another page of the console in the same run:
// `npm run bench -- editor-open`.
import { openStore } from '@shuxiang/embedded-store'
import { MongoClient, type Db } from 'mongodb'
import type { CDPSession, Page } from 'playwright-core'
import { launch } from '../chromium.ts'
import { demoPeople, typeCode, typeCredentials, type Demo } from '../people.ts'
import { imported, startProduct, type Product } from '../product.ts'
import { interactive } from '../reader.ts'

const SITE = 'n33'
const RECORDS = 2_000
const BLOCKS = 200
const ROUNDS = 5
/** Milliseconds and bytes. */
const MOST_UNTIL_USED = 1_500
const MOST_UNTIL_DRAWN = 800
const MOST_HEAP = 40_000_000

interface Opened {
  /** Milliseconds from the navigation until the list of blocks is there and a press chooses one. */
  readonly used: number
  /** Milliseconds from the list of blocks until the page beside it is drawn whole. */
  readonly drawn: number
}

const product = await startProduct({ firstImport: RECORDS })
const store = await openStore({ dataDir: product.dataDir })
const client = new MongoClient(store.uri)
const browser = await launch()
try {
  await imported(product, RECORDS)
  await fill(client.db('shuxiang'))
  const admin = (await demoPeople(product)).find(({ username }) => username === 'ndl/admin-1')
  if (!admin) throw new Error('The product has nobody to edit a site.')
  const context = await browser.newContext({
    baseURL: product.origin,
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  await signIn(page, product, admin)
  const session = await context.newCDPSession(page)
  await opened(page)
  const rounds: Opened[] = []
  const beside: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    beside.push(await other(page))
    rounds.push(await opened(page))
  }
  const heap = await heapOf(session)
  const used = median(rounds.map((one) => one.used))
  const baseline = median(beside)
  console.log(`a page of ${BLOCKS} blocks, median of ${ROUNDS}, scripts in the cache`)
  said('another page of the console can be used', baseline, null, 'ms')
  said('the editor can be used', used, MOST_UNTIL_USED, 'ms')
  console.log(`  ${(used / baseline).toFixed(2)} times the other page`)
  said('from then on until the page is drawn', median(rounds.map((one) => one.drawn)), MOST_UNTIL_DRAWN, 'ms')
  said('memory of its scripts', heap / 1e6, MOST_HEAP / 1e6, 'MB')
} finally {
  await browser.close()
  await client.close()
  await store.close()
  await product.stop({ forget: true })
}
process.exit()

/** The page at `/about` becomes one of many blocks of several kinds. */
async function fill(db: Db): Promise<void> {
  const pages = db.collection<{ _id: string; document: string }>('site_pages')
  const page = await pages.findOne({ _id: `${SITE}:/about` })
  if (!page) throw new Error('The site has no page to fill.')
  const document = JSON.parse(page.document)
  const ids = Array.from({ length: BLOCKS }, (_, n) => `b${n}`)
  const paragraph = (n: number) => [
    { type: 'paragraph', runs: [{ text: `第${n}段：书犹药也，善读之可以医愚。` }] },
  ]
  document.root = ids
  document.blocks = Object.fromEntries(
    ids.map((id, n) => [
      id,
      n % 2 === 0
        ? { type: 'quotation', v: 1, slots: {}, fields: { text: { 'zh-CN': `引文之${n}` } } }
        : { type: 'rich-text', v: 1, slots: {}, fields: { body: { 'zh-CN': paragraph(n) } } },
    ]),
  )
  await pages.updateOne({ _id: page._id }, { $set: { document: JSON.stringify(document) } })
}

async function signIn(page: Page, { origin, identity }: Product, admin: Demo): Promise<void> {
  await page.goto('/console')
  await interactive(page)
  await page.locator('main .door button.primary').click()
  await page.waitForURL(`${identity}/**`)
  await typeCredentials(page, admin)
  await typeCode(page, admin)
  await page.waitForURL(`${origin}/console**`)
}

async function other(page: Page): Promise<number> {
  await page.goto(`/console/visiting?library=${SITE}`, { waitUntil: 'commit' })
  await page.locator('.console h1, main h1').first().waitFor()
  await interactive(page)
  return page.evaluate(() => performance.now())
}

async function opened(page: Page): Promise<Opened> {
  await page.goto(`/console/edit/${SITE}?path=%2Fabout`, { waitUntil: 'commit' })
  const name = page.locator('.outline .row .name').nth(3)
  await name.click()
  await page.locator('.right .fields h2').waitFor()
  const used = await page.evaluate(() => performance.now())
  await page.waitForFunction((blocks) => {
    const drawn = (of: Document | null): number =>
      [...(of?.querySelectorAll('iframe') ?? [])].reduce(
        (most, frame) => Math.max(most, drawn(frame.contentDocument)),
        of?.querySelector('main')?.children.length ?? 0,
      )
    return [...document.querySelectorAll('iframe')].some((frame) => drawn(frame.contentDocument) >= blocks)
  }, BLOCKS)
  return { used, drawn: (await page.evaluate(() => performance.now())) - used }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function said(what: string, value: number, most: number | null, unit: string): void {
  const goal = most === null ? '' : `   at most ${most}, ratio ${(value / most).toFixed(2)}`
  console.log(`${what.padEnd(44)}${value.toFixed(value < 100 ? 1 : 0)} ${unit}${goal}`)
  if (most !== null && value > most) process.exitCode = 1
}
