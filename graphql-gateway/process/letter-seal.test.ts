// Only what the shell has sealed is taken for its own, and for its library alone.
import { expect, it } from 'vitest'
import { isSealed, sealed } from './letter-seal.ts'

it('a sealed key holds for its library and its secret, and nothing else does', () => {
  const key = sealed('s', 'n33', 'a1b2c3d4')
  expect(key).toMatch(/^a1b2c3d4-[0-9a-f]{24}$/)
  expect(isSealed('s', 'n33', key)).toBe(true)
  expect(isSealed('s', 'n32', key)).toBe(false)
  expect(isSealed('t', 'n33', key)).toBe(false)
  expect(isSealed('s', 'n33', `x${key}`)).toBe(false)
  for (const odd of ['', 'a1b2c3d4', `-${'0'.repeat(24)}`, `a1b2c3d4-${'é'.repeat(24)}`])
    expect(isSealed('s', 'n33', odd)).toBe(false)
})
