// @vitest-environment happy-dom
// What every microfrontend holds: one tongue a language, colours of the theme, pages that the browser takes over as they stand.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LanguageMessages } from '@shuxiang/sdk/contract'
import {
  colourFaults,
  headFaults,
  hydrationFaults,
  keyFaults,
  messageFaults,
  readSources,
  wordFaults,
} from '@shuxiang/sdk/testing'
import { answers, pages } from './testing/pages.ts'

const addresses = [
  '/console/edit/n33',
  '/console/edit/n33?path=%2Fabout&block=words',
  '/console/edit/n33/start?step=hours',
  '/console/edit/practice',
]

describe.each(addresses)('the page %s', (url) => {
  it.each(['zh-CN', 'en'] as const)('is taken over in %s as the server gave it', async (locale) => {
    expect(await hydrationFaults(pages, url, answers, locale)).toEqual([])
  })
  it.each(['zh-CN', 'en'] as const)('says in %s what it is', async (locale) => {
    expect(headFaults((await pages.render(url, {}, locale)).head)).toEqual([])
  })
})

/** Of a language: those that come with the desk, and those that come with each part that is loaded later. */
async function allMessages(language: 'zh-CN' | 'en'): Promise<readonly LanguageMessages[]> {
  const files = globSync(`**/messages/${language}.ts`, { cwd: import.meta.dirname })
  const modules: readonly Record<string, LanguageMessages>[] = await Promise.all(
    files.toSorted().map((file) => import(join(import.meta.dirname, file))),
  )
  return modules.flatMap((module) => Object.values(module))
}
const [chinese, english] = await Promise.all([allMessages('zh-CN'), allMessages('en')])
const together = (parts: readonly LanguageMessages[]): LanguageMessages =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)))
const messages = { 'zh-CN': together(chinese), en: together(english) }

it('no key of the messages is there twice', () => {
  expect(chinese.length).toBeGreaterThan(1)
  const keys = chinese.flatMap((some) => Object.keys(some))
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
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
