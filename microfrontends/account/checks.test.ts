// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, a page that the browser takes over as it stands.
import { beforeEach, describe, expect, it } from 'vitest'
import {
  addressFaults,
  colourFaults,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  strangeQueries,
  wordFaults,
} from '@shuxiang/sdk/testing'
import { en as leaveEn } from './deletion/messages/en.ts'
import { zhCN as leaveZhCN } from './deletion/messages/zh-CN.ts'
import { en as guardianEn } from './guardian/messages/en.ts'
import { zhCN as guardianZhCN } from './guardian/messages/zh-CN.ts'
import { en as shelfEn } from './shelf/messages/en.ts'
import { zhCN as shelfZhCN } from './shelf/messages/zh-CN.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { en as accountEn } from './profile/messages/en.ts'
import { zhCN as accountZhCN } from './profile/messages/zh-CN.ts'
import { readPlace, readView, writePlace, writeView } from './my/place-address.ts'
import { answers, pages } from './testing/pages.ts'

beforeEach(() => localStorage.clear())

describe.each([
  '/my',
  '/my?list=0123456789abcdef',
  '/my?list=<>',
  '/my?view=searches',
  '/my?view=account',
  '/my/leave',
])('the page %s', (url) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    expect(await hydrationFaults(pages, url, answers, locale)).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, answers, locale)).head)).toEqual([])
  })
})

const messages = {
  'zh-CN': { ...zhCN, ...leaveZhCN, ...accountZhCN, ...guardianZhCN, ...shelfZhCN },
  en: { ...en, ...leaveEn, ...accountEn, ...guardianEn, ...shelfEn },
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

it('whatever stands in an address, the page reads and writes it the same', () => {
  expect(addressFaults({ read: readPlace, write: writePlace }, strangeQueries(['list']))).toEqual([])
  expect(addressFaults({ read: readView, write: writeView }, strangeQueries(['view']))).toEqual([])
})
