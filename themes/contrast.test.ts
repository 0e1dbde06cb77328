/** Contrast is computed as WCAG 2.2 says. */
import { expect, test } from 'vitest'
import { channels, contrastRatio } from './contrast.ts'

test('black on white has 21:1, a colour on itself 1:1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#abc', '#aabbcc')).toBe(1)
})

test('order does not matter', () => {
  expect(contrastRatio('#1b5068', '#faf8f4')).toBe(contrastRatio('#faf8f4', '#1b5068'))
})

test('#767676 on white is the well-known limit of 4.5:1', () => {
  expect(contrastRatio('#767676', '#fff')).toBeGreaterThan(4.5)
  expect(contrastRatio('#777777', '#fff')).toBeLessThan(4.5)
})

test.each(['red', '#12', '#1234567', '#ggg', '', '#fff;}'])('%j is no colour', (text) => {
  expect(channels(text)).toBeNull()
})
