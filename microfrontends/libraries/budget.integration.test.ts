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
  outDir = await mkdtemp(join(tmpdir(), 'libraries-release-'))
  const { release } = await buildMicrofrontend(import.meta.dirname, { outDir })
  messages = release.browser.messages
  sizes = Object.fromEntries(Object.entries(release.browser.files).map(([file, { gzip }]) => [file, gzip]))
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

/** Places of the nation come when somebody asks which city is near. */
const asked = (file: string): boolean => /\bnearest\b/.test(file)
const sum = (suffix: string, fits = (_file: string): boolean => true): number =>
  Object.entries(sizes)
    .filter(([file]) => file.endsWith(suffix) && fits(file))
    .reduce((total, [, gzip]) => total + gzip, 0)

it.each([
  ['zh-CN', 'en'],
  ['en', 'zh-CN'],
] as const)('loads at most 14 KB of script in %s, gzip', (_own, other) => {
  const foreign = sizes[messages[other] ?? ''] ?? 0
  expect(foreign).toBeGreaterThan(0)
  const places = sum('.js', asked)
  expect(places).toBeGreaterThan(0)
  expect(places).toBeLessThanOrEqual(9 * KILOBYTE)
  expect(sum('.js') - foreign - places).toBeLessThanOrEqual(14 * KILOBYTE)
})

it('loads at most 4 KB of styles, gzip', () => {
  expect(sum('.css')).toBeGreaterThan(0)
  expect(sum('.css')).toBeLessThanOrEqual(4 * KILOBYTE)
})
