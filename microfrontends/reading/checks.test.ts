// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, a page that the browser takes over as it stands.
import { beforeEach, describe, expect, it } from 'vitest'
import {
  colourFaults,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  wordFaults,
} from '@shuxiang/sdk/testing'
import { en as alikeEn } from './alike/messages/en.ts'
import { zhCN as alikeZhCN } from './alike/messages/zh-CN.ts'
import { en as goOnEn } from './go-on/messages/en.ts'
import { zhCN as goOnZhCN } from './go-on/messages/zh-CN.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { pages } from './testing/pages.ts'

beforeEach(() => localStorage.clear())

describe.each(['/my/reading', '/my/reading?anything=<>'])('the page %s', (url) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    expect(await hydrationFaults(pages, url, {}, locale)).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, {}, locale)).head)).toEqual([])
  })
})

const messages = {
  'zh-CN': { ...zhCN, ...goOnZhCN, ...alikeZhCN },
  en: { ...en, ...goOnEn, ...alikeEn },
}

it('the messages say the same in both languages', () => {
  expect(messageFaults(messages)).toEqual([])
})

describe('the sources', async () => {
  const sources = await readSources(import.meta.dirname)
  it('are all read', () => expect(sources.length).toBeGreaterThan(15))
  it('say nothing outside of the messages', () => expect(wordFaults(sources)).toEqual([]))
  it('use the keys that there are, and every one', () => expect(keyFaults(sources, messages)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})
