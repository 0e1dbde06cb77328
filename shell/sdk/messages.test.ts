import { describe, expect, it } from 'vitest'
import { loadMessages, messageTools } from './messages.ts'

const messages = {
  'zh-CN': { found: '找到 {n} 种', hello: '您好，{name}' },
  en: { 'found.one': '{n} title', 'found.other': '{n} titles', hello: 'Hello {name}' },
} as const

describe('messages', () => {
  it.each([
    ['en', 1, '1 title'],
    ['en', 391_206, '391,206 titles'],
    ['zh-CN', 391_206, '找到 391,206 种'],
  ] as const)('%s %i is counted by its language', (locale, n, text) => {
    expect(messageTools(messages[locale], locale).t('found', { n })).toBe(text)
  })
  it('keep a placeholder without a value and never read prototypes', () => {
    const { t } = messageTools(messages.en, 'en')
    expect(t('hello')).toBe('Hello {name}')
    expect(t('constructor')).toBe('constructor')
    expect(t('__proto__')).toBe('__proto__')
  })
  it('a missing key is told and shown', () => {
    const missing: string[] = []
    expect(messageTools(messages.en, 'en', (key) => missing.push(key)).t('nothing')).toBe('nothing')
    expect(missing).toEqual(['nothing'])
  })
  it('dates are of Beijing, and what is no date is shown as it came', () => {
    const { d } = messageTools(messages['zh-CN'], 'zh-CN')
    expect(d('2015-05-11T20:00:00Z')).toBe('2015年5月12日')
    expect(messageTools({}, 'en').d('2026-11-29T08:00:00Z')).toBe('29 November 2026')
    expect(d('not a date')).toBe('not a date')
  })
  it('of one language are loaded alone, or taken as they are', async () => {
    const loaded: string[] = []
    const source = {
      'zh-CN': async () => (loaded.push('zh-CN'), messages['zh-CN']),
      en: async () => (loaded.push('en'), messages.en),
    }
    expect(await loadMessages(source, 'en')).toBe(messages.en)
    expect(loaded).toEqual(['en'])
    expect(await loadMessages(messages, 'zh-CN')).toBe(messages['zh-CN'])
  })
})
