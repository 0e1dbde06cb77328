// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, pages that the browser takes over as they stand.
import { describe, expect, it } from 'vitest'
import {
  addressFaults,
  colourFaults,
  gatewayAway,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  strangeQueries,
  wordFaults,
  type Answers,
} from '@shuxiang/sdk/testing'
import { searchAddress } from '@shuxiang/sdk/addresses'
import { readAddress } from './address/search-address.ts'
import { en as advancedEn } from './advanced/messages/en.ts'
import { zhCN as advancedZh } from './advanced/messages/zh-CN.ts'
import { en as exportEn } from './export/messages/en.ts'
import { zhCN as exportZh } from './export/messages/zh-CN.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { readRecordAddress, writeRecordAddress } from './record/record-address.ts'
import { en as readingEn } from './record/reading/messages/en.ts'
import { zhCN as readingZh } from './record/reading/messages/zh-CN.ts'
import { en as sharingEn } from './record/sharing/messages/en.ts'
import { zhCN as sharingZh } from './record/sharing/messages/zh-CN.ts'
import { en as witnessEn } from './record/witnesses/messages/en.ts'
import { zhCN as witnessZh } from './record/witnesses/messages/zh-CN.ts'
import {
  chapter,
  citation,
  classic,
  holdings,
  nothing,
  pinyin,
  poem,
  searchData,
  unheard,
  withdrawn,
  witnessed,
} from './testing/answers.ts'
import { pages } from './testing/pages.ts'

const recordAnswers = (record: object | null): Answers => ({
  RecordPage: { data: { record } },
  Holdings: { data: holdings },
  Citation: { data: citation },
})
const addresses: Readonly<Record<string, Answers>> = {
  '/search': { Search: { data: searchData() } },
  '/search?q=明月&period=唐&kind=poem&sort=oldest&page=2': { Search: { data: searchData() } },
  '/search?q=qqzz': { Search: { data: nothing } },
  '/search?q=away': { Search: gatewayAway(false) },
  '/item/p4k7m2': recordAnswers(poem),
  '/item/p4k7m2?layout=vertical': recordAnswers(poem),
  '/item/p4k7m2?script=hant': recordAnswers(poem),
  '/item/p4k7m2?pinyin=on&layout=vertical': { ...recordAnswers(poem), Pinyin: { data: pinyin } },
  '/item/witnessed': recordAnswers(witnessed),
  '/item/witnessed?text=wschool&script=hans': recordAnswers(witnessed),
  '/item/lunyu': recordAnswers(classic),
  '/item/lunyu?part=2': recordAnswers({ ...classic, chapter }),
  '/item/m1': recordAnswers(unheard),
  '/item/m1?members=20': recordAnswers(unheard),
  '/item/gone': recordAnswers(withdrawn),
  '/item/unknown': recordAnswers(null),
}

describe.each(Object.entries(addresses))('the page %s', (url, answers) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    const faults = await hydrationFaults(pages, url, answers, locale)
    // What could not be had is asked for again, and is meant to be.
    expect(faults.filter((fault) => fault !== 'asked again: Search' || !url.includes('away'))).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, answers, locale)).head)).toEqual([])
  })
})

const messages = {
  'zh-CN': { ...zhCN, ...readingZh, ...sharingZh, ...witnessZh, ...advancedZh, ...exportZh },
  en: { ...en, ...readingEn, ...sharingEn, ...witnessEn, ...advancedEn, ...exportEn },
}

it('the messages say the same in both languages', () => {
  expect(messageFaults(messages)).toEqual([])
})

describe('the sources', async () => {
  const sources = await readSources(import.meta.dirname)
  it('are all read', () => expect(sources.length).toBeGreaterThan(50))
  it('say nothing outside of the messages', () => expect(wordFaults(sources)).toEqual([]))
  it('use the keys that there are, and every one', () => expect(keyFaults(sources, messages)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})

describe('whatever stands in an address', () => {
  it('a search reads and writes it the same', () => {
    const codec = { read: readAddress, write: searchAddress }
    expect(
      addressFaults(codec, strangeQueries(['q', 'sort', 'page', 'kind', 'period', 'subject', 'scale'])),
    ).toEqual([])
  })
  it('a record reads and writes it the same', () => {
    const codec = {
      read: (raw: Parameters<typeof readRecordAddress>[1]) => readRecordAddress('p4k7m2', raw),
      write: writeRecordAddress,
    }
    expect(
      addressFaults(codec, strangeQueries(['part', 'layout', 'script', 'pinyin', 'text', 'members'])),
    ).toEqual([])
  })
})
