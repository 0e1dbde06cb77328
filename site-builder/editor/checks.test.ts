// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, pages that the browser takes over as they stand.
import { describe, expect, it } from 'vitest'
import {
  colourFaults,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  wordFaults,
} from '@shuxiang/sdk/testing'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { startEn } from './start/messages/en.ts'
import { startZh } from './start/messages/zh-CN.ts'
import { answers, pages } from './testing/pages.ts'

const addresses = [
  '/console/edit/n33',
  '/console/edit/n33?path=%2Fabout&block=words',
  '/console/edit/n33/start?step=hours',
]

describe.each(addresses)('the page %s', (url) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    expect(await hydrationFaults(pages, url, answers, locale)).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, {}, locale)).head)).toEqual([])
  })
})

/** Those that come with the beginning are held against the rest: no key is there twice. */
const messages = { 'zh-CN': { ...zhCN, ...startZh }, en: { ...en, ...startEn } }

it('the messages say the same in both languages', () => {
  expect(messageFaults(messages)).toEqual([])
})

describe('the sources', async () => {
  const sources = await readSources(import.meta.dirname)
  it('are all read', () => expect(sources.length).toBeGreaterThan(30))
  it('say nothing outside of the messages', () => expect(wordFaults(sources)).toEqual([]))
  it('use the keys that there are, and every one', () => expect(keyFaults(sources, messages)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})
