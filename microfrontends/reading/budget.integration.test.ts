// What going on with reading costs: who comes to the home page without having read anything, who has, the page of all of it, and
// who reads a record.
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
  outDir = await mkdtemp(join(tmpdir(), 'reading-release-'))
  release = (await buildMicrofrontend(import.meta.dirname, { outDir })).release
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const weight = (fits: (file: string) => boolean): number =>
  Object.entries(release.browser.files)
    .filter(([file]) => fits(file))
    .reduce((sum, [, { gzip }]) => sum + gzip, 0)
const isScript = (file: string): boolean => file.endsWith('.js')

it('loads at most 1.5 KB of script on a page of blocks where nothing was read, gzip', () => {
  const [goOn] = release.enhancements
  const first = goOn ? [goOn.entry, ...goOn.preload] : []
  expect(first.length).toBeGreaterThan(0)
  expect(weight((file) => first.includes(file))).toBeLessThanOrEqual(1.5 * KILOBYTE)
})

const besideRecord = (): string[] => release.extensions.flatMap(({ entry, preload }) => [entry, ...preload])

// Every page of a record has it; its words come in both languages with the code.
it('loads at most 2 KB of script beside a record, gzip', () => {
  expect(besideRecord().length).toBeGreaterThan(0)
  expect(weight((file) => besideRecord().includes(file))).toBeLessThanOrEqual(2 * KILOBYTE)
})

it.each([
  ['zh-CN', 'en'],
  ['en', 'zh-CN'],
] as const)(
  'loads at most 14 KB of script for all its page and its block have in %s, gzip',
  (_own, other) => {
    const foreign = release.browser.messages[other]
    const own = new Set(release.extensions.map(({ entry }) => entry))
    expect(weight((file) => isScript(file) && file !== foreign && !own.has(file))).toBeLessThanOrEqual(
      14 * KILOBYTE,
    )
  },
)

it('loads at most 2 KB of styles, gzip', () => {
  expect(weight((file) => file.endsWith('.css'))).toBeGreaterThan(0)
  expect(weight((file) => file.endsWith('.css'))).toBeLessThanOrEqual(2 * KILOBYTE)
})
