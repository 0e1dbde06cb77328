// What is written is what pages can read: every language that the graph takes is one that a document may have.
import { localeTag } from '@shuxiang/site-model'
import { readLanguageTag } from '@shuxiang/subgraph-kit'
import { describe, expect, it } from 'vitest'
import { readTexts } from './input.ts'

const good = ['zh-CN', 'en', 'bo', 'zh-Hans-CN', 'ko', 'mn-Mong', 'zh-x0']
const bad = [
  ...['', 'z', 'ZH', 'ZH-cn', 'chinese', 'zh-', 'zh-C', 'zh_CN', 'zh-CN-', 'zh CN', '__proto__', 'en\n'],
  ...['zh-CN-a1-b2-c3', 'zh-abcdefghi', '<x>', 'en-\u202eCN'],
]

describe('a language', () => {
  it.each(good)('%s is taken, and pages show its texts', (tag) => {
    expect(readLanguageTag('title', tag)).toBe(tag)
    expect(localeTag.safeParse(tag).success).toBe(true)
    expect(readTexts('title', [{ language: tag, text: '馆' }])).toEqual({ [tag]: '馆' })
  })
  it.each(bad)('%j is refused with a sentence, since pages would leave its texts out', (tag) => {
    expect(localeTag.safeParse(tag).success).toBe(false)
    expect(() => readTexts('title', [{ language: tag, text: '馆' }])).toThrow(
      /^title: “[^\p{C}]{0,20}” is no language tag such as zh-CN or en\.$/u,
    )
  })
})
