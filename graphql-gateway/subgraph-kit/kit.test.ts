// Cursors, order and signatures.
import { describe, expect, it } from 'vitest'
import { createVerifier, decodeCursor, encodeCursor, inOrder, signingKey, signRequest } from './index.ts'

describe('cursors', () => {
  it('come back as they were', () => {
    const values = ['李白', 7, true, '𠀀']
    expect(decodeCursor(encodeCursor(values), 4)).toEqual(values)
  })

  it('are not made of what cannot be compared', () => {
    expect(() => encodeCursor([null])).toThrow(TypeError)
    expect(() => encodeCursor([Number.NaN])).toThrow(TypeError)
  })

  it.each([
    ['nothing', ''],
    ['other text', 'abc'],
    ['another length', encodeCursor([1, 2])],
    ['an operator', Buffer.from('[{"$gt":""}]').toString('base64url')],
    ['an object', Buffer.from('{"length":1}').toString('base64url')],
    ['too much', 'A'.repeat(3000)],
  ])('that are %s are refused', (_, cursor) => expect(() => decodeCursor(cursor, 1)).toThrow('cursor'))
})

it('inOrder gives each key its place', () => {
  expect(inOrder(['b', 'x', 'a'], [{ k: 'a' }, { k: 'b' }], ({ k }) => k)).toEqual([
    { k: 'b' },
    null,
    { k: 'a' },
  ])
})

describe('signatures', () => {
  const secret = Buffer.from('secret')
  const key = signingKey(secret)
  const parts = { key, body: '{}', requestId: 'r1', tenant: 'lib', timestamp: 1_000_000, nonce: 'n' }
  const headers = { 'x-request-id': 'r1', ...signRequest(parts) }

  it('are good once, within half a minute', () => {
    let time = 1_000_000
    const verifier = createVerifier(secret, () => time)
    expect(verifier.verify(headers, '{}')).toBeNull()
    expect(verifier.verify(headers, '{}')).toBe('seen before')
    time += 30_001
    expect(verifier.verify({ 'x-request-id': 'r1', ...signRequest({ ...parts, nonce: 'n2' }) }, '{}')).toBe(
      'too old',
    )
    expect(verifier.verify(headers, '{}')).toBe('too old')
  })

  it('remember what was seen as long as it could come again', () => {
    let time = 1_000_000 - 29_000
    const verifier = createVerifier(secret, () => time)
    expect(verifier.verify(headers, '{}')).toBeNull()
    for (let i = 0; i < 58; i++) {
      time += 1000
      const other = signRequest({ ...parts, timestamp: time, nonce: `n${i}` })
      expect(verifier.verify({ 'x-request-id': 'r1', ...other }, '{}')).toBeNull()
      expect(verifier.verify(headers, '{}')).toBe('seen before')
    }
  })

  it.each([
    ['body', headers, '{ }', 'wrong signature'],
    ['request id', { ...headers, 'x-request-id': 'r2' }, '{}', 'wrong signature'],
    ['tenant', { ...headers, 'x-shuxiang-tenant': '' }, '{}', 'wrong signature'],
    ['time', { ...headers, 'x-shuxiang-timestamp': '1000001' }, '{}', 'wrong signature'],
    ['signature, shortened', { ...headers, 'x-shuxiang-signature': 'AA' }, '{}', 'wrong signature'],
    ['request id, left out', { ...headers, 'x-request-id': undefined }, '{}', 'unsigned'],
    ['signature, left out', { 'x-request-id': 'r1' }, '{}', 'unsigned'],
    ['time, no number', { ...headers, 'x-shuxiang-timestamp': '1e400' }, '{}', 'unsigned'],
  ])('fail with another %s', (_, changed, body, problem) => {
    expect(createVerifier(secret, () => 1_000_000).verify(changed, body)).toBe(problem)
  })
})
