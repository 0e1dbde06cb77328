import { describe, expect, it } from 'vitest'
import { inLanguage, languageOf } from './language.ts'

describe('an address in a language', () => {
  it.each([
    ['/', 'en', '/?lang=en'],
    ['/item/a?part=2', 'en', '/item/a?part=2&lang=en'],
    ['/item/a?lang=zh-CN&part=2', 'en', '/item/a?part=2&lang=en'],
    ['/search?q=%E6%98%8E%E6%9C%88', 'zh-CN', '/search?q=%E6%98%8E%E6%9C%88&lang=zh-CN'],
    ['/search?q=a+b&lang=en', null, '/search?q=a+b'],
    ['/search?lang=xx&lang=en#x', null, '/search#x'],
    ["/search?q='~%20", null, "/search?q='~%20"],
  ] as const)('%s in %s is %s', (path, locale, wanted) => {
    expect(inLanguage(path, locale)).toBe(wanted)
    expect(languageOf(new URL(wanted, 'http://portal.test'))).toBe(locale)
  })
})
