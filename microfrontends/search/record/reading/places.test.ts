// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { documentOf } from '@shuxiang/sdk/testing'
import { lineAround, rangeOf, stepFrom } from './places.ts'

const texts = ['上[蘭]，', '——', '𠮷月。']

describe('from character to character', () => {
  it('leads over marks and lines, on and back', () => {
    const walked: string[] = []
    for (let at = stepFrom(texts, null, 1); at; at = stepFrom(texts, at, 1))
      walked.push(`${at.paragraph}.${at.at}`)
    expect(walked).toEqual(['0.0', '0.2', '2.0', '2.1'])
    expect(stepFrom(texts, { paragraph: 2, at: 0 }, -1)).toEqual({ paragraph: 0, at: 2 })
    expect(stepFrom(texts, { paragraph: 0, at: 0 }, -1)).toBeNull()
    expect(stepFrom([], null, 1)).toBeNull()
  })
})

describe('the box of a character in the page', () => {
  it('is found past brackets, sounds and what is only heard', () => {
    const page = documentOf(
      '<div><p data-n="0"><span class="sr">上[蘭]</span><ruby>上<rt>shàng</rt></ruby><span>[</span>蘭<span>]</span></p></div>',
    )
    const body = page.firstElementChild as HTMLElement
    document.body.append(body)
    expect(rangeOf(body, { paragraph: 0, at: 0 })?.toString()).toBe('上')
    expect(rangeOf(body, { paragraph: 0, at: 2 })?.toString()).toBe('蘭')
    expect(rangeOf(body, { paragraph: 0, at: 9 })).toBeNull()
    expect(rangeOf(body, { paragraph: 7, at: 0 })).toBeNull()
    body.remove()
  })
})

it('a long paragraph is asked about by the piece around the character', () => {
  const text = `${'𠮷'.repeat(500)}月${'明'.repeat(500)}`
  const { line, at } = lineAround(text, 500)
  expect([...line]).toHaveLength(120)
  expect([...line][at]).toBe('月')
  expect(lineAround('明月', 1)).toEqual({ line: '明月', at: 1 })
})
