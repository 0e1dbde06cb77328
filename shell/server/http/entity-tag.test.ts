import { describe, expect, it } from 'vitest'
import { isKnown, weakTag } from './entity-tag.ts'

const tag = weakTag('a page')

describe('If-None-Match', () => {
  it.each([
    [tag, true],
    [tag.slice(2), true],
    [`"other", ${tag}`, true],
    ['*', true],
    [weakTag('another page'), false],
    [tag.slice(3, -1), false],
    ['', false],
    [undefined, false],
  ])('%s', (header, known) => {
    expect(isKnown(header, tag)).toBe(known)
  })
})
