/// <reference lib="dom" />
/**
 * What dragging on the page costs: the frame of GrapesJS beside the plain canvas, with the same page of 200 blocks in the same
 * browser. Times are from an edit that is drawn to the next frame.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPage } from '@shuxiang/site-blocks'
import type { PageDoc } from '@shuxiang/site-model'
import { buildMicrofrontend } from '@shuxiang/vite'
import { pageOf } from '../../blocks/testing/fixture.ts'
import { context } from '../../blocks/testing/pages.ts'
import { openFramePage } from '../adapters/grapes/testing/frame-page.ts'
import { placedBlocks } from '../draft/wishes.ts'

const count = 200
/** Milliseconds at the 95th percentile; megabytes for the heap. */
const targets: Readonly<Record<string, number>> = { insert: 60, move: 50, edit: 50, undo: 50 }
const mostOpenMs = 800
const mostHeapMb = 40
const longestTaskMs = 200

const quotation = (text: string) => ({ type: 'quotation', fields: { text: { 'zh-CN': text } } })
const doc = pageOf(Array.from({ length: count }, (_, n) => quotation(`text ${n}`)))
const step = (next: PageDoc) => ({
  html: openPage(next, context).render(new Map(), { marked: true }),
  blocks: placedBlocks(next).map((block) => ({ ...block, name: block.id, movable: true })),
})
const without = (id: string): string[] => doc.root.filter((one) => one !== id)
const made = quotation('new')
/** Each edit, and then what takes it back. */
const edits: Readonly<Record<string, readonly PageDoc[]>> = {
  insert: [10, 70, 130, 190].map((at) => ({
    ...doc,
    root: doc.root.toSpliced(at, 0, `n${at}`),
    blocks: { ...doc.blocks, [`n${at}`]: { v: 1, slots: {}, ...made } },
  })),
  move: [10, 70, 130, 190].map((at) => ({
    ...doc,
    root: without(`b${at}`).toSpliced(199 - at, 0, `b${at}`),
  })),
  edit: [10, 70, 130, 190].map((at) => ({
    ...doc,
    blocks: { ...doc.blocks, [`b${at}`]: { v: 1, slots: {}, ...quotation('changed') } },
  })),
}
const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

const outDir = await mkdtemp(join(tmpdir(), 'canvas-bench-'))
try {
  const built = await buildMicrofrontend(join(import.meta.dirname, '..'), { outDir })
  const frame = await openFramePage(built, true)
  const { page } = frame
  const patch = stripTypeScriptTypes(await readFile(join(import.meta.dirname, '../canvas/patch.ts'), 'utf8'))
  await page.evaluate(async (source) => {
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = `${source}\nwindow.patch = patch`
    document.body.append(script)
    const plain = document.createElement('iframe')
    plain.src = '/_canvas/national'
    plain.style.cssText = 'width:1000px;height:700px;border:0'
    await new Promise((loaded) => {
      plain.onload = loaded
      document.body.append(plain)
    })
    Object.assign(window, { plain })
  }, patch)
  await page.waitForFunction(() => 'patch' in window)

  const draw = (next: PageDoc, direct: boolean): Promise<number> =>
    page.evaluate(
      async ({ html, blocks, direct }) => {
        const { patch, plain, port, page } = window as unknown as {
          patch: (now: Element, next: Element) => void
          plain: HTMLIFrameElement
          port: MessagePort
          page: () => Document
        }
        const on = direct ? page() : plain.contentDocument
        if (!on) return Number.NaN
        const begin = performance.now()
        const body = on.createElement('body')
        body.innerHTML = html
        patch(on.body, body)
        if (direct) port.postMessage({ tell: 'drawn', blocks })
        await new Promise((heard) => setTimeout(heard))
        await new Promise((drawn) => on.defaultView?.requestAnimationFrame(drawn))
        return performance.now() - begin
      },
      { ...step(next), direct },
    )

  const opened = { direct: await draw(doc, true), plain: await draw(doc, false) }
  console.log(
    `${count} blocks, drawn first: ${opened.direct.toFixed(0)} ms, plain ${opened.plain.toFixed(0)} ms`,
  )
  let beyond = opened.direct > mostOpenMs
  const undone: { direct: number[]; plain: number[] } = { direct: [], plain: [] }
  const report = (name: string, direct: readonly number[], plain: readonly number[]): void => {
    const [most, former] = [p95(direct), p95(plain)]
    const target = targets[name] ?? 0
    beyond ||= most > target
    console.log(
      `  ${name.padEnd(7)} p95 ${most.toFixed(1).padStart(6)} ms, plain ${former.toFixed(1).padStart(6)} ms  ${(most / former).toFixed(1)}x  (target ${target})`,
    )
  }
  for (const [name, docs] of Object.entries(edits)) {
    const times: { direct: number[]; plain: number[] } = { direct: [], plain: [] }
    for (let round = 0; round < 6; round++)
      for (const next of docs)
        for (const kind of ['direct', 'plain'] as const) {
          times[kind].push(await draw(next, kind === 'direct'))
          undone[kind].push(await draw(doc, kind === 'direct'))
        }
    report(name, times.direct, times.plain)
  }
  report('undo', undone.direct, undone.plain)

  await frame.answer([{ parent: null, slot: 'root', empty: null }])
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  const first = await page
    .frameLocator('iframe >> nth=0')
    .frameLocator('iframe.gjs-frame')
    .locator('blockquote')
    .first()
    .boundingBox()
  const [x, y] = [(first?.x ?? 0) + 20, (first?.y ?? 0) + 5]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let n = 0; n < 25; n++) {
    await page.mouse.move(x + n, y + n * 20)
    await page.waitForTimeout(20)
  }
  await page.mouse.up()
  await page.waitForTimeout(300)
  const wishes = (await frame.heard()).map(({ intent }) => intent)
  if (!wishes.includes('move')) throw new Error(`nothing was dragged: ${wishes.join(', ')}`)
  const longest = await page.evaluate(() => Math.max(0, ...Reflect.get(window, 'tasks')))
  const protocol = await page.context().newCDPSession(page)
  await protocol.send('HeapProfiler.collectGarbage')
  const { usedSize } = await protocol.send('Runtime.getHeapUsage')
  const heap = usedSize / 2 ** 20
  beyond ||= longest > longestTaskMs || heap > mostHeapMb
  console.log(`  a drag of 25 moves: longest task ${longest.toFixed(0)} ms (target ${longestTaskMs})`)
  console.log(`  heap of both: ${heap.toFixed(1)} MB (target ${mostHeapMb})`)
  if (beyond) process.exitCode = 1
  await frame.close()
} finally {
  await rm(outDir, { recursive: true, force: true })
}
