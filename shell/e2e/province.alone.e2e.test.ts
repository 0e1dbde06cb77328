// A province brings a kind, a subgraph, a source and a microfrontend from a folder of its own, and the whole product runs with them.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildMicrofrontend } from '@shuxiang/vite'
import { recordAddress, searchAddress } from '@shuxiang/vocabulary'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSurvey, type Survey } from '../../graphql-gateway/conformance/province/survey.ts'
import { settings } from '../cli/paths.ts'
import { violations } from './axe.ts'
import { launch } from './chromium.ts'
import { type Product, type Ready, imported, readiness, startProduct, waitFor } from './product.ts'
import { interactive, openReader, type Reader } from './reader.ts'
import { ask } from './records.ts'

/** Records of the portal's own, beside which the maps are found. */
const OTHERS = 30
const SHEETS = 120
const root = resolve(import.meta.dirname, '..', '..')
const province = join(root, 'graphql-gateway', 'conformance', 'province')

let survey: Survey
let buildDir: string
let env: Readonly<Record<string, string>>
let product: Product
let browser: Browser
let reader: Reader
/** From which sheet the survey was asked, by import. */
const asked: number[][] = []
/** What the command of each import said at its end. */
const told: string[] = []

/** `npm run import -- maps --all`, beside the running product. Resolves to what it says. */
async function importMaps(): Promise<string> {
  const command = spawn(
    process.execPath,
    [join(root, 'shell', 'cli', 'main.ts'), 'import', 'maps', '--all'],
    {
      cwd: root,
      env: { ...process.env, ...env, DATA_DIR: product.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise((ended) => command.once('exit', ended))
  if (code !== 0) throw new Error(`The import ended with ${String(code)}:\n${output}`)
  return output
}

/** What is built, and the microfrontend of the province among it. */
async function buildWithProvince(): Promise<string> {
  const set = settings(process.env)
  if ('sentence' in set) throw new Error(set.sentence)
  const folder = mkdtempSync(join(tmpdir(), 'shuxiang-province-'))
  for (const part of ['shared', 'runtime', 'releases', 'stamps'])
    cpSync(join(set.buildDir, part), join(folder, part), { recursive: true })
  await buildMicrofrontend(join(province, 'microfrontends', 'sheets'), {
    outDir: join(folder, 'releases', 'sheets'),
  })
  return folder
}

beforeAll(async () => {
  survey = await openSurvey(
    Array.from({ length: SHEETS }, (_, n) => ({
      n,
      title: `青江县图第${n}幅`,
      year: 1900 + (n % 50),
      scale: n % 5 === 0 ? 50_000 : 10_000,
    })),
  )
  buildDir = await buildWithProvince()
  env = {
    BUILD_DIR: buildDir,
    MAP_SURVEY_URL: survey.url,
    NODE_OPTIONS: `--import=${pathToFileURL(join(province, 'instead.mjs')).href}`,
  }
  product = await startProduct({ firstImport: OTHERS, env })
  await imported(product, OTHERS)
  // Killed while the survey is silent: 60 sheets are stored, 20 more are in the memory of the process only.
  survey.hold(80)
  const first = importMaps()
  await waitFor(
    async () => survey.asked.includes(80),
    60_000,
    () => `The survey was asked ${survey.asked.join()}.\n${product.output()}`,
  )
  process.kill(product.pid('jobs'), 'SIGKILL')
  survey.release()
  browser = await launch()
  told.push(await first)
  asked.push([...survey.asked])
  // Later two sheets come and one is taken back.
  survey.sheets.push({ n: 120, title: '青江县全图', year: 1961, scale: 200_000 })
  survey.sheets.push({ n: 121, title: '青江县水系图', year: 1962, scale: 50_000 })
  survey.sheets.push({ n: 3, title: '', year: 0, scale: 1, gone: '保密期未满' })
  told.push(await importMaps())
  asked.push(survey.asked.slice(asked.flat().length))
  let last: Ready | null = null
  await waitFor(
    async () => {
      last = await readiness(product)
      return last?.search.records === OTHERS + SHEETS + 1
    },
    60_000,
    () => `Not everything can be searched; last answer ${JSON.stringify(last)}\n${product.output()}`,
  )
  reader = await openReader(browser, product.origin, { locale: 'en-GB' })
})
afterAll(async () => {
  await browser?.close()
  await product?.stop({ forget: true })
  survey?.close()
  if (buildDir) rmSync(buildDir, { recursive: true, force: true })
})

describe('the source of a province', () => {
  test('is imported by the job of the product, which goes on by its token after the process was killed', () => {
    expect(asked[0]).toEqual([0, 0, 20, 40, 60, 80, 60, 80, 100])
    expect(told[0]).toContain('120 records: 120 new, 0 changed, 0 as they were, 0 removed, 0 refused.')
  })

  test('is asked the next time for what came since, and takes records back', () => {
    expect(asked[1]).toEqual([SHEETS, SHEETS])
    expect(told[1]).toContain('3 records: 2 new, 0 changed, 0 as they were, 1 removed, 0 refused.')
  })
})

describe('the pages of a record that the province has', () => {
  const path = recordAddress('map5')

  test('have the section of its microfrontend in the HTML of the server, with what its seed and its job made', async () => {
    const html = await (await fetch(`${product.origin}${path}`)).text()
    expect(html).toContain('属于“1:5万地形图”系列，1988年重测')
    expect(html).toContain('高斯投影')
    const other = await ask<{ search: { edges: { node: { url: string } }[] } }>(
      product.origin,
      '{ search(query: "", first: 1, filter: [{ name: "kind", anyOf: ["poem"] }]) { edges { node { url } } } }',
    )
    const poem = await fetch(`${product.origin}${other.search.edges[0]?.node.url ?? ''}`)
    expect(await poem.text()).not.toContain('图上距离换算')
  })

  test('have it in the browser, alive, in the language of the reader', async () => {
    const { page } = reader
    await page.goto(path)
    await interactive(page)
    const section = page.locator('[data-extension="sheets/0"]')
    expect(await section.textContent()).toContain('surveyed again in 1988')
    await section.getByRole('button', { name: 'Distances on the ground' }).click()
    expect(await section.getByRole('status').textContent()).toContain('500 m')
    expect(await page.locator('dl.facts').textContent()).toMatch(/Scale\s*1:50000/)
    expect(await violations(page)).toEqual([])
    expect(reader.errors).toEqual([])
  })

  test('answer 410 with the reason once the source took it back, and the search has it no more', async () => {
    const gone = await fetch(`${product.origin}${recordAddress('map3')}`)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('保密期未满')
    const { search } = await ask<{ search: { edges: { node: { id: string } }[] } }>(
      product.origin,
      '{ search(query: "青江县图第3幅", first: 5) { edges { node { id } } } }',
    )
    expect(search.edges.map(({ node }) => node.id)).not.toContain('map3')
  })
})

describe('the search page', () => {
  const maps = { kind: ['map'] }

  test('has the kind among its tabs, ordered by its dates', async () => {
    const { page } = reader
    await page.goto(searchAddress({ filters: maps, sort: 'newest' }))
    await interactive(page)
    expect((await page.locator('.tabs a').allTextContents()).join()).toMatch(/Maps\s*121/)
    expect((await page.locator('.hit h2').allTextContents()).map((text) => text.trim()).slice(0, 2)).toEqual([
      '青江县水系图 Qīng jiāng xiàn shuǐ xì tú',
      '青江县全图 Qīng jiāng xiàn quán tú',
    ])
    expect(await page.getByTestId('order-note').textContent()).toBe('By year.')
  })

  test('narrows by the facet of its own, and leads to the record with its section', async () => {
    const { page } = reader
    await page.goto(searchAddress({ filters: maps }))
    await interactive(page)
    const scales = page.getByRole('group', { name: 'Scale' })
    await scales.getByRole('checkbox', { name: /^1:200000/ }).check()
    await page.waitForURL(/scale=200000/)
    await expect.poll(() => page.getByTestId('result-count').first().textContent()).toMatch(/^\D*1\D*$/)
    await page.locator('.hit h2 a').click()
    await page.waitForURL(/map120/)
    await page.locator('[data-extension="sheets/0"] .measure').waitFor()
    expect(reader.errors).toEqual([])
  })
})
