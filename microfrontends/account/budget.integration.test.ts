// What the page and the buttons cost a reader when they come, and each part of the room at its first visit: counted from
// the built release.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let release: Release

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'account-release-'))
  release = (await buildMicrofrontend(import.meta.dirname, { outDir })).release
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const gzip = (file: string): number => release.browser.files[file]?.gzip ?? Number.NaN
/** Each file once, whoever needs it. */
const weight = (files: readonly string[]): number =>
  [...new Set(files)].reduce((sum, file) => sum + gzip(file), 0)

describe.each(['zh-CN', 'en'] as const)('script in %s, gzip', (locale) => {
  const words = (): string => release.browser.messages[locale] ?? ''
  const page = (): string[] => [release.browser.entry, ...release.browser.preload, words()]
  const extension = (slot: string): string[] => {
    const found = release.extensions.find((one) => one.slot === slot)
    if (!found) throw new Error(`nothing is added at ${slot}`)
    return [found.entry, ...found.preload, words()]
  }

  it('is at most 20.2 KB for the page as it first comes', () => {
    // 0.1 KB more than before addresses of searches named works, views and what is meant as it stands.
    expect(weight(page())).toBeLessThanOrEqual(20.2 * KILOBYTE)
  })
  it('is at most 11 KB beside a record', () => {
    expect(weight(extension('record.actions.v1'))).toBeLessThanOrEqual(11 * KILOBYTE)
  })
  it('is at most 12 KB beside results', () => {
    expect(weight(extension('results.actions.v1'))).toBeLessThanOrEqual(12 * KILOBYTE)
  })
  it('is at most 3.25 KB more for the button of each result', () => {
    const there = new Set(extension('results.actions.v1'))
    const more = extension('hit.actions.v1').filter((file) => !there.has(file))
    expect(weight(more)).toBeLessThanOrEqual(3.25 * KILOBYTE)
  })
  it('is at most 10 KB for the shelf on a page of blocks', () => {
    expect(weight(extension('page.offer.v1'))).toBeLessThanOrEqual(10 * KILOBYTE)
  })
  it('is at most 24.5 KB for all parts that come with their first visit', () => {
    const others = Object.values(release.browser.messages)
    const first = new Set([
      ...page(),
      ...release.extensions.flatMap(({ slot }) => extension(slot)),
      ...others,
    ])
    const later = Object.keys(release.browser.files).filter(
      (file) => file.endsWith('.js') && !first.has(file),
    )
    expect(later.length).toBeGreaterThan(1)
    expect(weight(later)).toBeLessThanOrEqual(24.5 * KILOBYTE)
  })
})

it('loads at most 4 KB of styles, gzip', () => {
  const styles = weight(release.browser.css)
  expect(styles).toBeGreaterThan(0)
  expect(styles).toBeLessThanOrEqual(4 * KILOBYTE)
})
