// @vitest-environment happy-dom
// What the widgets hold, as every microfrontend does: asked of the gallery, where each of them stands in every state.
import { afterEach, describe, expect, it } from 'vitest'
import {
  colourFaults,
  documentOf,
  hydrationFaults,
  keyFaults,
  messageFaults,
  pagesOf,
  readSources,
  texts,
  wordFaults,
} from '@shuxiang/sdk/testing'
import { gallery } from './gallery/definition.ts'
import { messages as galleryMessages } from './gallery/messages.ts'
import { words } from './messages/words.ts'

const pages = pagesOf(gallery)
afterEach(pages.close)

describe('the sources', async () => {
  const sources = await readSources(import.meta.dirname)
  it('are all read', () => expect(sources.length).toBeGreaterThan(20))
  it('say nothing outside of the words', () => expect(wordFaults(sources)).toEqual([]))
  it('use the words that there are, and every one', () => expect(keyFaults(sources, words)).toEqual([]))
  it('name roles of the theme and no colours', () => expect(colourFaults(sources)).toEqual([]))
})

it.each([
  ['the words of the widgets', words],
  ['the words of the gallery', galleryMessages],
])('%s say the same in both languages', (_name, messages) => expect(messageFaults(messages)).toEqual([]))

describe.each(['zh-CN', 'en'] as const)('the gallery in %s', (locale) => {
  it('is taken over by the browser as the server gave it', async () => {
    expect(await hydrationFaults(pages, '/', {}, locale)).toEqual([])
  })
  it('has no key in the place of a word', async () => {
    const html = documentOf((await pages.render('/', {}, locale)).html)
    const said = texts(html, 'p, h1, h2, h3, a, button, label, legend, summary, li').join(' ')
    expect(
      said.match(/\b[a-z]+\.[a-z]+[A-Z]?\w*\b/g)?.filter((one) => Object.hasOwn(words.en, one)) ?? [],
    ).toEqual([])
  })
})
