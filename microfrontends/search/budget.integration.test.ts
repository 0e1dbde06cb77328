import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let sizes: Readonly<Record<string, number>> = {}
let messages: Release['browser']['messages'] = {}

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'search-release-'))
  const { release } = await buildMicrofrontend(import.meta.dirname, { outDir })
  messages = release.browser.messages
  sizes = Object.fromEntries(Object.entries(release.browser.files).map(([file, { gzip }]) => [file, gzip]))
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

/** What is loaded when the text stands already: decision 0114. */
const later = /^(?:ReadingBar|RubyLine|CharacterPanel|cells)\./

const sum = (suffix: string, isLater = false): number =>
  Object.entries(sizes)
    .filter(([file]) => file.endsWith(suffix) && later.test(file) === isLater)
    .reduce((total, [, gzip]) => total + gzip, 0)

it.each([
  ['zh-CN', 'en'],
  ['en', 'zh-CN'],
] as const)('loads at most 29.9 KB of script for all its pages and its slot in %s, gzip', (_own, other) => {
  const foreign = sizes[messages[other] ?? ''] ?? 0
  expect(foreign).toBeGreaterThan(0)
  // 1.6 KB more than before: a text is drawn in either script at once, and what comes later shares files with the pages.
  expect(sum('.js') - foreign).toBeLessThanOrEqual(29.9 * KILOBYTE)
})

it('loads at most 10 KB of styles, gzip', () => {
  expect(sum('.css')).toBeGreaterThan(0)
  expect(sum('.css')).toBeLessThanOrEqual(10 * KILOBYTE)
})

it('loads at most 7.9 KB more of script for help with reading, gzip', () => {
  expect(sum('.js', true)).toBeGreaterThan(0)
  expect(sum('.js', true)).toBeLessThanOrEqual(7.9 * KILOBYTE)
})
