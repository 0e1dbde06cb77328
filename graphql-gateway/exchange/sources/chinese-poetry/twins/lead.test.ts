// Whose work a text is that stands under several names.
import { describe, expect, it } from 'vitest'
import type { RawPoem } from '../raw-poems.ts'
import type { Printed } from '../witnesses/printed.ts'
import { attributed, isLinked, leadingText } from './lead.ts'

const shi = (author: string, title: string, dynasty: 'tang' | 'song' = 'tang'): RawPoem => ({
  dynasty,
  poem: { id: null, author, title, paragraphs: ['松下問童子，言師採藥去。'] },
  ranks: undefined,
})
const book = (author: string, title: string): Printed => ({
  source: { id: 'qianjiashi', label: '千家诗' },
  title,
  author,
  lines: ['松下問童子，言師採藥去。'],
  language: 'lzh-Hant',
})
const [sun, jia] = [shi('孫革', '訪羊尊師'), shi('賈島', '尋隱者不遇')]
const twins = { others: [jia], authors: ['孙革', '贾岛'], sure: null }

describe('the text that leads a work', () => {
  it('is the one of whom most anthologies speak, though another is kept', () => {
    const books = [book('賈島', '尋隱者不遇'), book('賈島', '尋隱者不遇'), book('孫革', '訪羊尊師')]
    expect(attributed(sun, twins, books)).toEqual({ author: '贾岛', sure: true })
    expect(leadingText(sun, twins, '贾岛', books)).toBe(jia)
  })

  it('is of an author whom more collections name, where no anthology speaks', () => {
    const others = [jia, shi('賈島', '尋隱者', 'song')]
    expect(attributed(sun, { ...twins, others }, [])).toEqual({ author: '贾岛', sure: false })
  })

  it('is the one that is kept among equals, and nobody is sure', () => {
    expect(attributed(sun, twins, [])).toEqual({ author: '孙革', sure: false })
    expect(leadingText(sun, twins, '孙革', [])).toBe(sun)
    expect(attributed(sun, twins, [book('賈島', '一'), book('孫革', '二')])).toEqual({
      author: '孙革',
      sure: false,
    })
  })

  it('stays with whom the survey is sure of', () => {
    expect(attributed(sun, { ...twins, sure: '贾岛' }, [])).toEqual({ author: '贾岛', sure: true })
  })
})

it('knows lines made in turn by their title', () => {
  expect(['大雨聯句', '尋隱者不遇'].map(isLinked)).toEqual([true, false])
})
