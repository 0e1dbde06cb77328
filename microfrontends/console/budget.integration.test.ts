// What the console costs who works with it, counted from the built release.
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
  outDir = await mkdtemp(join(tmpdir(), 'console-release-'))
  browser = (await buildMicrofrontend(import.meta.dirname, { outDir })).release.browser
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

const sizeOf = (file: string | undefined): number => browser.files[file ?? '']?.gzip ?? Number.NaN
/** Comes with every page of the console. */
const first = (): string[] => [browser.entry, ...browser.preload]

it.each(['zh-CN', 'en'] as const)(
  'loads at most 23.2 KB of script before a section in %s, gzip',
  (locale) => {
    const total = [...first(), browser.messages[locale]].reduce((sum, file) => sum + sizeOf(file), 0)
    expect(total).toBeGreaterThan(5 * KILOBYTE)
    // 0.2 KB more than before reports of errors in texts had a section: its place in the list, its name, its part of audit.
    expect(total).toBeLessThanOrEqual(23.2 * KILOBYTE)
  },
)

it('loads at most 8 KB of script for a section, gzip', () => {
  const known = new Set([...first(), ...Object.values(browser.messages)])
  const sections = Object.keys(browser.files).filter((file) => file.endsWith('.js') && !known.has(file))
  expect(sections.length).toBeGreaterThan(3)
  expect(
    sections.map((file) => [file, sizeOf(file)]).filter(([, size]) => Number(size) > 8 * KILOBYTE),
  ).toEqual([])
})

it('loads at most 6.2 KB of styles of all its sections, gzip', () => {
  const styles = Object.keys(browser.files).filter((file) => file.endsWith('.css'))
  expect(styles).toHaveLength(1)
  // 0.2 KB of them are two lines of a text beside each other, where an error is reported.
  expect(sizeOf(styles[0])).toBeLessThanOrEqual(6.2 * KILOBYTE)
})
