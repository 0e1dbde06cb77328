// What every microfrontend holds, of one that only adds to pages of others: words in both languages, colours of the theme.
import { expect, it } from 'vitest'
import { colourFaults, keyFaults, messageFaults, readSources, wordFaults } from '@shuxiang/sdk/testing'
import { english } from './messages/en.ts'
import { chinese } from './messages/zh-CN.ts'

const messages = { 'zh-CN': chinese, en: english }
const sources = await readSources(import.meta.dirname)

it('says the same in both languages, and nothing past its messages', () => {
  expect(messageFaults(messages)).toEqual([])
  expect(keyFaults(sources, messages)).toEqual([])
  expect(wordFaults(sources)).toEqual([])
})

it('takes its colours from the theme', () => {
  expect(colourFaults(sources)).toEqual([])
})
