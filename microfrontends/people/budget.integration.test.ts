// What the pages cost a reader when they come: counted from the built release.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let release: Release

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'people-release-'))
  release = (await buildMicrofrontend(import.meta.dirname, { outDir })).release
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const weight = (fits: (file: string) => boolean): number =>
  Object.entries(release.browser.files)
    .filter(([file]) => fits(file))
    .reduce((sum, [, { gzip }]) => sum + gzip, 0)

// 15 and not 14 since lists of browsing have pages, titles stand beside, and what has no form is counted: 0.3 KB of it.
it.each([
  ['zh-CN', 'en'],
  ['en', 'zh-CN'],
] as const)('loads at most 15 KB of script for its pages in %s, gzip', (_own, other) => {
  const foreign = release.browser.messages[other]
  expect(weight((file) => file.endsWith('.js') && file !== foreign)).toBeLessThanOrEqual(15 * KILOBYTE)
})

it('loads at most 4 KB of styles, gzip', () => {
  expect(weight((file) => file.endsWith('.css'))).toBeGreaterThan(0)
  expect(weight((file) => file.endsWith('.css'))).toBeLessThanOrEqual(4 * KILOBYTE)
})
