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
import { personAddress } from '@shuxiang/sdk/addresses'
import { en } from './messages/en.ts'
import { zhCN } from './messages/zh-CN.ts'
import { browsed, person, personInEnglish, topic, works } from './testing/answers.ts'
import { pages } from './testing/pages.ts'
import { readWorksAddress } from './works/works-address.ts'

const of = (found: object | null): Answers => ({ PersonPage: { data: { person: found, works } } })
const addresses: Readonly<Record<string, Answers>> = {
  '/person/psushi': of(person),
  '/person/psushi?form=词&sort=title&page=2': of(personInEnglish),
  '/person/pgone': of({ ...person, workCount: 0 }),
  '/person/pnone': of(null),
  '/person/paway': { PersonPage: gatewayAway(false) },
  '/browse/form/词': { TopicPage: { data: { topic, works } } },
  '/browse': { BrowsePage: { data: { search: browsed } } },
  '/browse/tune': { BrowsePage: { data: { search: { ...browsed, facets: browsed.facets.slice(1, 2) } } } },
  '/browse/kind': {},
  '/browse/form/无': { TopicPage: { data: { topic: null, works: null } } },
}

describe.each(Object.entries(addresses))('the page %s', (url, answers) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    const faults = await hydrationFaults(pages, url, answers, locale)
    // What could not be had is asked for again, and is meant to be.
    expect(faults.filter((fault) => fault !== 'asked again: PersonPage' || !url.includes('away'))).toEqual([])
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
  it('are all read', () => expect(sources.length).toBeGreaterThan(15))
  it('say nothing outside of the messages', () => expect(wordFaults(sources)).toEqual([]))
  it('use the keys that there are, and every one', () => expect(keyFaults(sources, messages)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})

it('whatever stands in an address is read and written the same', () => {
  const facets = ['form', 'collection']
  const codec = {
    read: (raw: Parameters<typeof readWorksAddress>[0]) => readWorksAddress(raw, facets),
    write: (address: ReturnType<typeof readWorksAddress>) => personAddress('psushi', address),
  }
  expect(addressFaults(codec, strangeQueries([...facets, 'sort', 'page']))).toEqual([])
})
