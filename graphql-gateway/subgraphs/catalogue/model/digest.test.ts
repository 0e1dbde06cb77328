// The digest of content.
import { expect, it } from 'vitest'
import { digest } from './digest.ts'

it('does not depend on the order of keys, and does on everything else', () => {
  expect(digest({ a: 1, b: [1, { c: 2, d: 3 }] })).toBe(digest({ b: [1, { d: 3, c: 2 }], a: 1 }))
  expect(digest({ a: [1, 2] })).not.toBe(digest({ a: [2, 1] }))
  expect(digest({ a: 'b,c' })).not.toBe(digest({ a: ['b', 'c'] }))
  expect(digest({ a: null })).not.toBe(digest({}))
  expect(digest({ a: undefined })).toBe(digest({}))
})
