/** Time from leaving one page to standing on the next: sound, failing and hanging microfrontends beside a plain load. */
import { launch } from '@shuxiang/e2e/chromium'
import { startFixtureShell } from '@shuxiang/shell-server/testing'

const ROUNDS = 15
const shell = await startFixtureShell()
const browser = await launch()
const page = await browser.newPage()

async function median(run: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i += 1) times.push(await run())
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Leave `from` for the home page inside the page; milliseconds until its content stands. */
async function leave(from: string, standing: string): Promise<number> {
  await page.goto(`${shell.origin}/`)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined)
  await page.evaluate((address) => history.pushState(null, '', address), from)
  await page.locator(standing).first().waitFor({ state: 'attached' })
  return page.evaluate(async () => {
    const began = performance.now()
    document.querySelector<HTMLAnchorElement>('.brand')?.click()
    while (!document.querySelector('.hero')) await new Promise((frame) => requestAnimationFrame(frame))
    return performance.now() - began
  })
}

const load = await median(async () => {
  const began = performance.now()
  await page.goto(`${shell.origin}/`)
  await page.locator('.hero').waitFor()
  return performance.now() - began
})
console.log(`plain load of the home page: ${load.toFixed(0)} ms (baseline)`)
for (const [name, from, standing] of [
  ['from a sound microfrontend', '/calm', 'main h1'],
  ['from one that threw', '/faulty?fault=mount-throw', '[data-testid=unavailable]'],
  ['from one that hangs in mount', '/faulty?fault=mount-hang', 'main [data-mfe=faulty]'],
  ['from one that hangs in unmount', '/faulty?fault=unmount-hang', 'main [data-mfe=faulty]'],
] as const) {
  const time = await median(() => leave(from, standing))
  console.log(`${name}: ${(time / load).toFixed(2)}x a load (${time.toFixed(0)} ms)`)
}
await browser.close()
await shell.close()
process.exit(0)
