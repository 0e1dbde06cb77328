// Pages on a slow network (RTT 150 ms, 1.6 Mbit/s): when their content is in the page, and when they can be used, as ratios
// to the goals and to each other.
import type { Browser } from 'playwright-core'
import { launch } from '../chromium.ts'
import { imported, startProduct } from '../product.ts'
import { ask } from '../records.ts'

const ROUNDS = 5
const RECORDS = 2_000
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}

/** Milliseconds from the navigation to what the selector finds in the page, and to the runtime being ready. */
async function visit(
  browser: Browser,
  url: string,
  selector: string,
): Promise<{ content: number; ready: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await page.addInitScript((wanted) => {
    const marks: Record<string, number> = {}
    Object.assign(globalThis, { marks })
    const look = () => {
      if (document.querySelector(wanted)) marks['content'] ??= performance.now()
      if (document.documentElement?.dataset['ready'] !== undefined) marks['ready'] ??= performance.now()
      if (marks['content'] === undefined || marks['ready'] === undefined) requestAnimationFrame(look)
    }
    look()
  }, selector)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => {
    const { marks } = globalThis as unknown as { marks: Record<string, number> }
    return marks['content'] !== undefined && marks['ready'] !== undefined
  })
  const marks = await page.evaluate(
    () => (globalThis as unknown as { marks: { content: number; ready: number } }).marks,
  )
  await context.close()
  return marks
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const product = await startProduct({ firstImport: RECORDS })
const browser = await launch()
try {
  await imported(product, RECORDS)
  const { search } = await ask<{
    search: { edges: { node: { agents: { person: { url: string } | null }[] } }[] }
  }>(product.origin, '{ search(query: "月", first: 20) { edges { node { agents { person { url } } } } } }')
  const people = [
    ...new Set(search.edges.flatMap(({ node }) => node.agents.flatMap(({ person }) => person?.url ?? []))),
  ]
  const pages: Readonly<Record<string, { readonly selector: string; readonly at: (n: number) => string }>> = {
    results: { selector: '.hit', at: (n) => `/search?q=月&page=${n + 1}` },
    person: { selector: 'main h1', at: (n) => people[n % people.length] ?? '' },
    home: { selector: 'main h2', at: () => '/' },
  }
  console.log(
    `network: RTT ${NETWORK.latency} ms, ${(NETWORK.downloadThroughput * 8) / 1e6} Mbit/s; median of ${ROUNDS}, cold cache`,
  )
  for (const [name, { selector, at }] of Object.entries(pages)) {
    const served: { content: number; ready: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      served.push(await visit(browser, product.origin + at(round), selector))
    const content = median(served.map((mark) => mark.content))
    const ready = median(served.map((mark) => mark.ready))
    console.log(
      `${name.padEnd(8)} content in the page ${content.toFixed(0)} ms, goal 600, ratio ${(content / 600).toFixed(2)}; ` +
        `interactive ${ready.toFixed(0)} ms, goal 1500, ratio ${(ready / 1500).toFixed(2)}; ` +
        `content ${(ready / content).toFixed(1)}x earlier than scripts`,
    )
  }
} finally {
  await browser.close()
  await product.stop({ forget: true })
}
