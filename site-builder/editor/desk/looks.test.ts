// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { keepLanguage, keepLooks, keptLanguage, keptLooks } from './looks.ts'

beforeEach(() => localStorage.clear())
const anew = { width: 'all', mode: 'light', large: false }

it('begins with what was looked at last', () => {
  expect(keptLooks()).toEqual(anew)
  keepLooks({ width: 'phone', mode: 'dark', large: true })
  expect(keptLooks()).toEqual({ width: 'phone', mode: 'dark', large: true })
})

it('begins anew with what is no look, and where nothing is kept', () => {
  for (const odd of ['{', 'null', '7', '{"width":"toString","mode":[],"large":"yes"}']) {
    localStorage.setItem('shuxiang-desk-looks', odd)
    expect(keptLooks()).toEqual(anew)
  }
  const refuses = (): Storage => {
    throw new Error('This device keeps nothing.')
  }
  keepLooks({ width: 'phone', mode: 'dark', large: true }, refuses)
  expect(keptLooks(refuses)).toEqual(anew)
})

it('keeps the language by that of the desk', () => {
  keepLanguage('zh-CN', 'en')
  expect(keptLanguage('zh-CN')).toBe('en')
  expect(keptLanguage('en')).toBeNull()
})
