// How long readers of a branch site wait for what has changed, over a whole product: a record that comes onto a shelf, one
// that is called otherwise there, a page that was edited, and a release that somebody goes back from while others read: `npm run bench -- site-live`.
import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '@shuxiang/embedded-store'
import { installedKinds } from '@shuxiang/product/subgraphs'
import { recordWith } from '@shuxiang/record/fixture'
import { upsertMany } from '@shuxiang/subgraph-catalogue/content'
import { MongoClient, type Db } from 'mongodb'
import { askPublication, askRefresh, rollBack } from '../../../graphql-gateway/subgraphs/sites/content.ts'
import { imported, startProduct, type Product } from '../product.ts'

const SITE = 'n33'
const RECORDS = 2_000
/** Milliseconds. */
const MOST_REFRESH = 10_000
const MOST_BACK = 5_000
const LONGEST = 40_000
/** Longer than the gateway takes to see that nothing changes any more. */
const SETTLED = 6_000
const LOOK_EVERY = 50
/** Who read while somebody goes back, each one page after another. */
const READERS = 8

const [first, second, third, edited] = ['山居秋暝新本', '山居秋暝定本', '山居秋暝善本', '今日开卷']

const product = await startProduct({ firstImport: RECORDS })
const store = await openStore({ dataDir: product.dataDir })
const client = new MongoClient(store.uri)
try {
  await imported(product, RECORDS)
  await measure(product, client.db('shuxiang'))
} finally {
  await client.close()
  await store.close()
  await product.stop({ forget: true })
}
process.exit()

async function measure({ origin }: Product, db: Db): Promise<void> {
  const home = (): Promise<Page> => page(Number(new URL(origin).port), `${SITE}.${new URL(origin).host}`)
  const until = async (shown: (text: string) => boolean): Promise<number> => {
    const began = performance.now()
    while (performance.now() - began < LONGEST) {
      const { status, text } = await home()
      if (status === 200 && shown(text)) return performance.now() - began
      await pause(LOOK_EVERY)
    }
    return Number.POSITIVE_INFINITY
  }
  const live = async (): Promise<number> => {
    const site = await db
      .collection<{ _id: string; live?: { release: number } }>('sites')
      .findOne({ _id: SITE })
    return site?.live?.release ?? 0
  }
  await until((text) => text.includes('/item/'))

  await shelve(db, first)
  await askRefresh(db, [SITE], new Date())
  said('a new record stands on the shelf', await until((text) => text.includes(first)), MOST_REFRESH)
  await shelve(db, second)
  await askRefresh(db, [SITE], new Date())
  said(
    'a record on the shelf is called otherwise',
    await until((text) => text.includes(second)),
    MOST_REFRESH,
  )

  // The answer is kept by the gateway now, and no number of records tells it that one is called otherwise.
  await pause(SETTLED)
  await askRefresh(db, [SITE], new Date())
  await pause(SETTLED)
  await shelve(db, third)
  await askRefresh(db, [SITE], new Date())
  said('and once more soon after it was asked', await until((text) => text.includes(third)), MOST_REFRESH)

  const before = await live()
  await edit(db, edited)
  await askPublication(db, { site: SITE, by: null, at: new Date() })
  said('a page that was edited is published', await until((text) => text.includes(edited)), MOST_REFRESH)

  const ending = new AbortController()
  const wrong: number[] = []
  let read = 0
  let last = 0
  const began = performance.now()
  const reading = Array.from({ length: READERS }, async () => {
    while (!ending.signal.aborted) {
      const { status, text } = await home()
      read++
      if (status !== 200) wrong.push(status)
      if (text.includes(edited)) last = Math.max(last, performance.now() - began)
    }
  })
  await rollBack(db, { site: SITE, to: before, by: null, at: new Date() })
  await pause(2 * MOST_BACK)
  ending.abort()
  await Promise.all(reading)
  said(`back to an earlier release, ${read} pages read, ${wrong.length} wrong`, last, MOST_BACK)
  if (wrong.length > 0) process.exitCode = 1
}

/** A poem that is better known than all others, under this title. */
async function shelve(db: Db, title: string): Promise<void> {
  const record = recordWith({ id: 'pbench', kind: 'poem', title, prior: 1_000_000_000 })
  const texts = [{ n: 0, title: null, paragraphs: [{ text: '空山新雨后。', kind: 'verse' as const }] }]
  const input = { record, texts, files: [], holdings: [] }
  const { refused } = await upsertMany(db, await installedKinds(), [input], new Date())
  if (refused.length > 0) throw new Error(String(refused[0]))
}

/** Another title over the search of the home page, in its draft. */
async function edit(db: Db, title: string): Promise<void> {
  const pages = db.collection<{ _id: string; document: string }>('site_pages')
  const page = await pages.findOne({ _id: `${SITE}:/` })
  const document = JSON.parse(page?.document ?? '{}')
  const hero: unknown = Object.values(Object(document).blocks).find(
    (one) => Object(one).type === 'hero-search',
  )
  Object(hero).fields.title['zh-CN'] = title
  await pages.updateOne({ _id: `${SITE}:/` }, { $set: { document: JSON.stringify(document) } })
}

function said(what: string, ms: number, most: number): void {
  const within = ms <= most
  console.log(
    `  ${what}: ${(ms / 1_000).toFixed(1)} s, ${(ms / most).toFixed(2)}x of ${most / 1_000} s, ${within ? 'within' : 'BEYOND'}`,
  )
  if (!within) process.exitCode = 1
}

interface Page {
  /** 0: no answer. */
  readonly status: number
  readonly text: string
}

function page(port: number, host: string): Promise<Page> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/', headers: { host, 'accept-language': 'zh-CN' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    }).on('error', () => resolve({ status: 0, text: '' }))
  })
}
