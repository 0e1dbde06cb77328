// What the editor costs who works with it, counted from the built release.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let browser: Release['browser']

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'editor-release-'))
  browser = (await buildMicrofrontend(import.meta.dirname, { outDir })).release.browser
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const sizeOf = (file: string | undefined): number => browser.files[file ?? '']?.gzip ?? Number.NaN
const scripts = (): string[] => Object.keys(browser.files).filter((file) => file.endsWith('.js'))
/** Loaded when a text with marks is written first. */
const isLater = (file: string): boolean => file.startsWith('RichControl')
/** Loaded into a frame of its own, where there is room to drag on the page. */
const isCanvas = (file: string): boolean => file.startsWith('frame-canvas')
/** Loaded by the beginning of a site alone, or, a link to it, when the desk is open. */
const isOfStart = (file: string): boolean =>
  /^(?:FirstRun|StartPage|StartLink|templates|seals|words|operations-later)\b/.test(file) ||
  (/^(?:zh-CN|en)\b/.test(file) && !Object.values(browser.messages).includes(file))

function firstLoad(locale: 'zh-CN' | 'en'): number {
  const other = browser.messages[locale === 'en' ? 'zh-CN' : 'en']
  return scripts()
    .filter((file) => !isLater(file) && !isCanvas(file) && !isOfStart(file) && file !== other)
    .reduce((sum, file) => sum + sizeOf(file), 0)
}

it.each(['zh-CN', 'en'] as const)('is open with at most 150 KB of script in %s, gzip', (locale) => {
  const total = firstLoad(locale)
  expect(total).toBeGreaterThan(50 * KILOBYTE)
  expect(total).toBeLessThanOrEqual(150 * KILOBYTE)
})

it('drags on the page with at most 450 KB of script in all, in one file more', () => {
  const canvas = scripts().filter(isCanvas)
  expect(canvas).toHaveLength(1)
  expect(firstLoad('zh-CN') + sizeOf(canvas[0])).toBeLessThanOrEqual(450 * KILOBYTE)
})

it('writes texts with at most 100 KB more', () => {
  const later = scripts().filter(isLater)
  expect(later).toHaveLength(1)
  expect(sizeOf(later[0])).toBeLessThanOrEqual(100 * KILOBYTE)
})

it('begins a site with at most 45 KB more, templates and both languages of titles included', () => {
  const ofStart = scripts().filter(isOfStart)
  expect(ofStart.length).toBeGreaterThan(4)
  expect(ofStart.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThanOrEqual(45 * KILOBYTE)
})

it('loads at most 8 KB of styles, gzip', () => {
  const styles = Object.keys(browser.files).filter((file) => file.endsWith('.css'))
  expect(styles.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThanOrEqual(8 * KILOBYTE)
})
