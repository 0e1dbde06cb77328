import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clauses } from './verse.ts'

it('breaks a couplet into its clauses, punctuation and closing quotes kept with them', () => {
  expect(clauses('床前明月光，疑是地上霜。')).toEqual(['床前明月光，', '疑是地上霜。'])
  expect(clauses('问君：“何能尔？”心远地自偏。')).toEqual(['问君：', '“何能尔？”', '心远地自偏。'])
  expect(clauses('')).toEqual([])
})

it('loses nothing of any line', () => {
  const line = fc.string({ unit: fc.constantFrom('月', '，', '。', '？', '”', '「', ' ', 'a') })
  fc.assert(
    fc.property(line, (text) => {
      expect(clauses(text).join('')).toBe(text)
    }),
  )
})
