// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, pages that the browser takes over as they stand.
import { describe, expect, it } from 'vitest'
import {
  colourFaults,
  gatewayAway,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  wordFaults,
  type Answers,
} from '@shuxiang/sdk/testing'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { bare, held, nothingHeld, yuhang } from './testing/answers.ts'
import { pages } from './testing/pages.ts'

const answer = (libraryByCode: object | null, holdings: object | null = held): Answers => ({
  LibraryPage: { data: { libraryByCode, holdings } },
})
const addresses: Readonly<Record<string, Answers>> = {
  '/library/n330110': answer(yuhang),
  '/library/ndl': answer(bare, nothingHeld),
  '/library/unknown': answer(null, nothingHeld),
  '/library/away': { LibraryPage: gatewayAway(false) },
}

describe.each(Object.entries(addresses))('the page %s', (url, answers) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    const faults = await hydrationFaults(pages, url, answers, locale)
    // What could not be had is asked for again, and is meant to be.
    expect(faults.filter((fault) => fault !== 'asked again: LibraryPage' || !url.includes('away'))).toEqual(
      [],
    )
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, answers, locale)).head)).toEqual([])
  })
})

const messages = { 'zh-CN': zhCN, en }

it('the messages say the same in both languages', () => {
  expect(messageFaults(messages)).toEqual([])
})

describe('the sources', async () => {
  const sources = await readSources(import.meta.dirname)
  it('are all read', () => expect(sources.length).toBeGreaterThan(10))
  it('say nothing outside of the messages', () => expect(wordFaults(sources)).toEqual([]))
  it('use the keys that there are, and every one', () => expect(keyFaults(sources, messages)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})
