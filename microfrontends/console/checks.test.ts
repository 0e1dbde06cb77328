// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, pages that the browser takes over as they stand.
import { describe, expect, it } from 'vitest'
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
import { codesAt, readCodes } from './codes/codes-address.ts'
import { codes as codesEn } from './codes/messages/en.ts'
import { codes as codesZh } from './codes/messages/zh-CN.ts'
import { correctionsAddress, readCorrections } from './corrections/corrections-address.ts'
import { corrections as correctionsEn } from './corrections/messages/en.ts'
import { corrections as correctionsZh } from './corrections/messages/zh-CN.ts'
import { feedbackAddress, readFeedback } from './feedback/feedback-address.ts'
import { feedback as feedbackEn } from './feedback/messages/en.ts'
import { feedback as feedbackZh } from './feedback/messages/zh-CN.ts'
import { filesAt, readFiles } from './files/files-address.ts'
import { files as filesEn } from './files/messages/en.ts'
import { files as filesZh } from './files/messages/zh-CN.ts'
import { consoleAddress, readLibrary } from './frame/address.ts'
import { healthAt, readHealth } from './health/health-address.ts'
import { health as healthEn } from './health/messages/en.ts'
import { health as healthZh } from './health/messages/zh-CN.ts'
import { today as todayEn } from './home/today/messages/en.ts'
import { today as todayZh } from './home/today/messages/zh-CN.ts'
import { hosts as hostsEn } from './hosts/messages/en.ts'
import { hosts as hostsZh } from './hosts/messages/zh-CN.ts'
import { mending as mendingEn } from './mending/messages/en.ts'
import { mending as mendingZh } from './mending/messages/zh-CN.ts'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { overrides as overridesEn } from './overrides/messages/en.ts'
import { overrides as overridesZh } from './overrides/messages/zh-CN.ts'
import { overridesAt, readOverrides } from './overrides/overrides-address.ts'
import { publishing as publishingEn } from './publishing/messages/en.ts'
import { publishing as publishingZh } from './publishing/messages/zh-CN.ts'
import { sections } from './sections.ts'
import { templateUpdates as templatesEn } from './template-updates/messages/en.ts'
import { templateUpdates as templatesZh } from './template-updates/messages/zh-CN.ts'
import { visiting as visitingEn } from './visiting/messages/en.ts'
import { visiting as visitingZh } from './visiting/messages/zh-CN.ts'
import { readVisiting, visitingAt } from './visiting/visiting-address.ts'
import { answersFor, branchAdmin, pages } from './testing/pages.ts'

const addresses = [
  ...sections.map(({ id }) => consoleAddress(id, null)),
  '/console/no-such',
  '/console?library=n33',
]

describe.each(addresses)('the page %s', (url) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    expect(await hydrationFaults(pages, url, answersFor(branchAdmin), locale)).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, {}, locale)).head)).toEqual([])
  })
})

/** Those of sections that bring their own are held against the rest: no key is there twice. */
const messages = {
  'zh-CN': {
    ...visitingZh,
    ...healthZh,
    ...publishingZh,
    ...hostsZh,
    ...overridesZh,
    ...filesZh,
    ...templatesZh,
    ...feedbackZh,
    ...correctionsZh,
    ...codesZh,
    ...todayZh,
    ...mendingZh,
    ...zhCN,
  },
  en: {
    ...visitingEn,
    ...healthEn,
    ...publishingEn,
    ...hostsEn,
    ...overridesEn,
    ...filesEn,
    ...templatesEn,
    ...feedbackEn,
    ...correctionsEn,
    ...codesEn,
    ...todayEn,
    ...mendingEn,
    ...en,
  },
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
  const codec = { read: readLibrary, write: (library: string | null) => consoleAddress('members', library) }
  expect(addressFaults(codec, strangeQueries(['library']))).toEqual([])
})

it('whatever stands in an address of what is said of visiting, it is read and written the same', () => {
  const codec = {
    read: readVisiting,
    write: ({ part, edit, after }: ReturnType<typeof readVisiting>) =>
      visitingAt('n33', part, { edit, after }),
  }
  expect(addressFaults(codec, strangeQueries(['part', 'edit', 'after']))).toEqual([])
})

it('whatever stands in an address of the health of sites, it is read and written the same', () => {
  const codec = {
    read: readHealth,
    write: (address: ReturnType<typeof readHealth>) => healthAt('n33', address),
  }
  expect(addressFaults(codec, strangeQueries(['region', 'kind', 'after']))).toEqual([])
})

it('whatever stands in an address of reports of errors, it is read and written the same', () => {
  const codec = {
    read: readCorrections,
    write: (address: ReturnType<typeof readCorrections>) => correctionsAddress(null, address),
  }
  expect(addressFaults(codec, strangeQueries(['show', 'after']))).toEqual([])
})

it('whatever stands in an address of what readers write, it is read and written the same', () => {
  const codec = {
    read: readFeedback,
    write: (address: ReturnType<typeof readFeedback>) => feedbackAddress('n33', address),
  }
  expect(addressFaults(codec, strangeQueries(['show', 'after']))).toEqual([])
})

it.each(['n33', null])(
  'whatever stands in an address of code of %s, it is read and written the same',
  (library) => {
    const codec = {
      read: (query: Readonly<Record<string, unknown>>) => readCodes(query, library),
      write: (address: ReturnType<typeof readCodes>) => codesAt(library, address),
    }
    expect(addressFaults(codec, strangeQueries(['show', 'after', 'open', 'write']))).toEqual([])
  },
)

it('whatever stands in an address of what is over sites, it is read and written the same', () => {
  const codec = {
    read: readOverrides,
    write: (address: ReturnType<typeof readOverrides>) => overridesAt(null, address),
  }
  expect(addressFaults(codec, strangeQueries(['region', 'write']))).toEqual([])
})

it('whatever stands in an address of pictures and files, it is read and written the same', () => {
  const codec = {
    read: readFiles,
    write: (address: ReturnType<typeof readFiles>) => filesAt('n33', address),
  }
  expect(addressFaults(codec, strangeQueries(['file', 'search', 'kind', 'deleted', 'after']))).toEqual([])
})
