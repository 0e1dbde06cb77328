// What the editor costs who works with it, counted from the built release.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let release: Release
/** Text of each script. */
let scripts: ReadonlyMap<string, string>

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'editor-release-'))
  const built = await buildMicrofrontend(import.meta.dirname, { outDir })
  release = built.release
  const names = Object.keys(release.browser.files).filter((file) => file.endsWith('.js'))
  scripts = new Map(
    await Promise.all(
      names.map(async (file) => [file, await readFile(join(built.folder, 'browser', file), 'utf8')] as const),
    ),
  )
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const weightOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + (release.browser.files[file]?.gzip ?? Number.NaN), 0)

/** What comes when the desk is opened, before anybody presses anything. */
function firstLoad(locale: 'zh-CN' | 'en'): Set<string> {
  const page = release.pages.find(({ path }) => path === '/console/edit/:site')
  return new Set([
    release.browser.entry,
    ...release.browser.preload,
    ...(page?.preload ?? []),
    release.browser.messages[locale] ?? '',
  ])
}
/** A script and all that it imports, at once or later. */
function withAllLater(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached
  reached.add(file)
  for (const [, imported = ''] of (scripts.get(file) ?? '').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g))
    withAllLater(imported, reached)
  return reached
}
const scriptOf = (name: string): string =>
  [...scripts.keys()].find((file) => file.startsWith(`${name}.`)) ?? ''

it.each(['zh-CN', 'en'] as const)('is open with at most 150 KB of script in %s, gzip', (locale) => {
  const total = weightOf(firstLoad(locale))
  expect(total).toBeGreaterThan(50 * KILOBYTE)
  expect(total).toBeLessThanOrEqual(150 * KILOBYTE)
})

it('drags on the page with at most 450 KB of script in all, in one file more', () => {
  const canvas = [...scripts.keys()].filter((file) => file.startsWith('frame-canvas'))
  expect(canvas).toHaveLength(1)
  expect(weightOf([...firstLoad('zh-CN'), ...canvas])).toBeLessThanOrEqual(450 * KILOBYTE)
})

it('writes texts with at most 100 KB more', () => {
  const later = [...scripts.keys()].filter((file) => file.startsWith('RichControl'))
  expect(later).toHaveLength(1)
  expect(weightOf(later)).toBeLessThanOrEqual(100 * KILOBYTE)
})

// What each kind of block is came with browsing, a person of the day, and going on reading: decisions 0122 and 0123.
it('begins a site with at most 46 KB more, templates and both languages of titles included', () => {
  const there = firstLoad('zh-CN')
  const ofStart = [...withAllLater(scriptOf('FirstRun'))].filter((file) => !there.has(file))
  expect(ofStart.length).toBeGreaterThan(4)
  expect(weightOf(ofStart)).toBeLessThanOrEqual(46 * KILOBYTE)
})

it('checks the practice site with at most 60 KB more', () => {
  const checks = [...scripts.keys()].filter((file) => file.startsWith('checked'))
  expect(checks).toHaveLength(1)
  expect(weightOf(checks)).toBeLessThanOrEqual(60 * KILOBYTE)
})

it('loads every other part with at most 40 KB more', () => {
  const there = firstLoad('zh-CN')
  const known = withAllLater(scriptOf('FirstRun'))
  const rest = [...scripts.keys()].filter(
    (file) => !there.has(file) && !known.has(file) && !/^(?:RichControl|frame-canvas|checked)/.test(file),
  )
  for (const file of rest)
    expect({ file, fits: weightOf([file]) <= 40 * KILOBYTE }).toEqual({ file, fits: true })
})

// In one sheet: those of the desk, and of every dialog and step that is loaded later.
it('loads at most 10 KB of styles, gzip', () => {
  const styles = Object.keys(release.browser.files).filter((file) => file.endsWith('.css'))
  expect(weightOf(styles)).toBeLessThanOrEqual(10 * KILOBYTE)
})
