import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMicrofrontend } from '@shuxiang/vite'
import type { Release } from '@shuxiang/vite/release'

const KILOBYTE = 1024
let outDir = ''
let sizes: Readonly<Record<string, number>> = {}
let messages: Release['browser']['messages'] = {}
/** What is there before a reader asks for more: the entry and the box, with all that they import at once. */
let first: ReadonlySet<string> = new Set()

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'search-release-'))
  const { release, folder } = await buildMicrofrontend(import.meta.dirname, { outDir })
  const entries = [release.browser.entry, ...release.enhancements.map(({ entry }) => entry)]
  first = await atOnce(join(folder, 'browser'), entries)
  messages = release.browser.messages
  sizes = Object.fromEntries(Object.entries(release.browser.files).map(([file, { gzip }]) => [file, gzip]))
})
afterAll(() => rm(outDir, { recursive: true, force: true }))

/** Parts that are fetched by an import within code (the advanced form) are not among them. */
async function atOnce(folder: string, entries: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set(entries)
  for (const file of found) {
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, other = ''] of text.matchAll(/(?:from|import)\s?["']\.\/([^"']+)["']/g)) found.add(other)
  }
  return found
}

/** What is loaded when the text stands already: decision 0114. */
const reading = /^(?:ReadingBar|RubyLine|CharacterPanel|cells)\./
/** What comes where nothing has the words, where an address points to a verse, and where a text has witnesses. */
const seldom = /^(?:EmptyResults|MeantLine|pointed-verse|WitnessList)\./

/** What comes after everything else and keeps on the device what is read: decision 0123. */
const noting = /^note-reading\./

const sum = (files: readonly string[]): number => files.reduce((total, file) => total + (sizes[file] ?? 0), 0)
/** Scripts that are fetched by who asks for more. */
const later = (): string[] =>
  Object.keys(sizes).filter(
    (file) => file.endsWith('.js') && !first.has(file) && !Object.values(messages).includes(file),
  )

it.each([
  ['zh-CN', 'en'],
  ['en', 'zh-CN'],
] as const)(
  'loads at most 36.5 KB of script before a reader asks for more, in %s, gzip',
  (language, other) => {
    const own = messages[language] ?? ''
    expect(sizes[own]).toBeGreaterThan(0)
    expect(first.has(messages[other] ?? '')).toBe(false)
    // 29.9 KB before results were shown as covers, walked through and searched in one place (decision 0117). Half of what is
    // more are small files that the pages share with what comes later, each packed by itself.
    // 1.7 KB more: the way to report an error in a line, persons among the results, readings of witnesses in the text, places of verses, and the words of all
    // these.
    // 0.4 KB more: whose reading a result shows, and what is said of a line that differs by a character (decisions 0116 and 0120).
    // 0.3 KB more: titles in other languages beside results, suggestions and the title of a record (decision 0124). The
    // server draws them already; parts that could come later (a withdrawn record, an index that is filled) were tried and
    // cost more packed alone than they save.
    // 0.5 KB more: what is said of a line that differs, and rows of a phone; in which file a part that pages share is packed
    // follows the order in which modules are read, and takes 0.3 KB of it.
    expect(sum([...first, own])).toBeLessThanOrEqual(36.5 * KILOBYTE)
  },
)

// 0.2 KB more: groups of the advanced form that say what is set in them.
it('loads at most 9.3 KB of script for who opens the advanced form, takes results along or walks through them', () => {
  const size = sum(later().filter((file) => !reading.test(file) && !seldom.test(file) && !noting.test(file)))
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(9.3 * KILOBYTE)
})

it('loads at most 10 KB of styles, gzip', () => {
  const size = sum(Object.keys(sizes).filter((file) => file.endsWith('.css')))
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(10 * KILOBYTE)
})

// Keeping the room of its buttons took the last hundred bytes: the text moved when they came to life.
// 0.6 KB more: the words for pinyin that is away or has no room, the witness in what is copied, and the rest of the controls
// behind one on a phone.
it('loads at most 8.7 KB more of script for help with reading, gzip', () => {
  const size = sum(later().filter((file) => reading.test(file)))
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(8.7 * KILOBYTE)
})

// 0.1 KB more: a share that the browser refuses, an address to be copied by hand.
it('loads at most 4.1 KB more of script for what is seldom needed, gzip', () => {
  const size = sum(later().filter((file) => seldom.test(file)))
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(4.1 * KILOBYTE)
})

it('loads at most 2 KB more of script to keep on the device what is read, gzip', () => {
  const size = sum(later().filter((file) => noting.test(file)))
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(2 * KILOBYTE)
})
