import { describe, expect, it } from 'vitest'
import { choiceCookies, readPreferences } from './preferences.ts'

const page = new URL('http://portal.test/search?q=x')
const read = (cookie?: string, languages?: string, url = page) =>
  readPreferences({ cookie, 'accept-language': languages }, url)

describe('a reader’s language', () => {
  it.each([
    [undefined, undefined, 'zh-CN'],
    [undefined, 'en-GB,en;q=0.9', 'en'],
    [undefined, 'fr,en;q=0.3,zh-TW;q=0.8', 'zh-CN'],
    [undefined, 'en;q=0,zh', 'zh-CN'],
    [undefined, 'fr', 'zh-CN'],
    [undefined, '*', 'zh-CN'],
    [undefined, 'zh-Hant-HK;q=0.4, en-US;q=0.3', 'zh-CN'],
    [undefined, ';;q,=', 'zh-CN'],
    ['sx_locale=en', 'zh-CN', 'en'],
    ['sx_locale=xx', 'en', 'en'],
    ['a=b; sx_locale=en; sx_locale=zh-CN', 'zh-CN', 'en'],
  ])('with cookie %s and languages %s is %s', (cookie, languages, locale) => {
    expect(read(cookie, languages)).toMatchObject({ locale, named: null })
  })
  it.each([
    ['?lang=en', 'en'],
    ['?lang=zh-CN', 'zh-CN'],
    ['?lang=EN', null],
    ['?lang=fr&lang=en', null],
    ['?lang=', null],
  ])('named by the address %s wins over what was kept', (search, named) => {
    const kept = named === 'en' ? 'zh-CN' : 'en'
    const url = new URL(search, page)
    expect(read(`sx_locale=${kept}`, kept, url)).toMatchObject({ locale: named ?? kept, named })
  })
  it('is read in bounded time from headers without end', () => {
    const began = performance.now()
    read('=;'.repeat(1e5), 'en;q='.repeat(1e5))
    expect(performance.now() - began).toBeLessThan(100)
  })
})

describe('the script of texts', () => {
  it.each([
    ['sx_script=hans', 'hans'],
    ['sx_script=hant', 'hant'],
    ['sx_script=xx', 'source'],
    [undefined, 'source'],
  ])('with cookie %s is %s', (cookie, script) => {
    expect(read(cookie)).toMatchObject({ script })
  })
  it.each([
    ['hant', 'sx_script=hant; Max-Age=31536000; Path=/; SameSite=Lax'],
    ['source', 'sx_script=; Max-Age=0; Path=/; SameSite=Lax'],
  ])('%s is kept as %s', (script, cookie) => {
    expect(choiceCookies(new URLSearchParams({ script }), false)).toEqual([cookie])
  })
})

describe('choices', () => {
  it('become cookies one by one; unknown ones change nothing', () => {
    expect(choiceCookies(new URLSearchParams('mode=dark&scale=huge&locale=xx&other=1'), false)).toEqual([
      'sx_mode=dark; Max-Age=31536000; Path=/; SameSite=Lax',
    ])
    expect(choiceCookies(new URLSearchParams('mode=auto&locale=en'), true)).toEqual([
      'sx_locale=en; Max-Age=31536000; Path=/; Secure; SameSite=Lax',
      'sx_mode=; Max-Age=0; Path=/; Secure; SameSite=Lax',
    ])
  })
})
