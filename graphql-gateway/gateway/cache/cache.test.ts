// How long answers may be kept, and how they are.
import { buildSchema, getOperationAST, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createFreshness, type ContentState } from './freshness.ts'
import { cachePolicies } from './policy.ts'
import { createResponseCache } from './response-cache.ts'

const sdl = `
  directive @cacheControl(maxAge: Int, scope: CacheControlScope) on FIELD_DEFINITION | OBJECT
  enum CacheControlScope { PUBLIC PRIVATE }
  type Query { open: Book @cacheControl(maxAge: 60) brief: Book @cacheControl(maxAge: 5) plain: Book }
  type Mutation { change: Book @cacheControl(maxAge: 60) }
  type Book { id: ID! stock: Int @cacheControl(maxAge: 2) mine: Loan }
  type Loan @cacheControl(maxAge: 30, scope: PRIVATE) { id: ID! }
`
const policyOf = cachePolicies(parse(sdl), buildSchema(sdl))
const policy = (text: string) => {
  const document = parse(text)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  return policyOf(operation, document)
}

describe('the policy of an operation', () => {
  it.each([
    ['{ open { id } }', 60, 'PUBLIC'],
    ['{ open { id } brief { id } }', 5, 'PUBLIC'],
    ['{ open { stock } }', 2, 'PUBLIC'],
    ['{ open { id } plain { id } }', 0, 'PUBLIC'],
    ['{ open { mine { id } } }', 30, 'PRIVATE'],
    ['{ ...q } fragment q on Query { open { ...b } } fragment b on Book { stock }', 2, 'PUBLIC'],
    ['{ ... { plain { id } } }', 0, 'PUBLIC'],
    ['{ __typename open { __typename } }', 60, 'PUBLIC'],
    ['{ __schema { description } open { id } }', 0, 'PUBLIC'],
    ['mutation { change { id } }', 0, 'PUBLIC'],
  ])('%s', (text, maxAge, scope) => expect(policy(text)).toEqual({ maxAge, scope }))
})

describe('the response cache', () => {
  const answer = (body: string) => ({ status: 200, headers: {}, body })

  it('forgets when the time is over', () => {
    let time = 0
    const cache = createResponseCache(1_000_000, () => time)
    cache.set('a', answer('x'), 2)
    time = 1999
    expect(cache.get('a')?.body).toBe('x')
    time = 2000
    expect(cache.get('a')).toBeNull()
  })

  it('stays within its bound and drops what was not used longest', () => {
    const cache = createResponseCache(16 * 2000, () => 0)
    for (let i = 0; i < 100; i++) {
      cache.set(`k${i}`, answer('x'.repeat(500)), 60)
      cache.get('k0')
    }
    const kept = Array.from({ length: 100 }, (_, i) => `k${i}`).filter((key) => cache.get(key))
    expect(kept).toContain('k0')
    expect(kept).toContain('k99')
    expect(kept.length).toBeLessThan(25)
  })

  it('does not keep what is too large or may not be kept', () => {
    const cache = createResponseCache(16_000, () => 0)
    cache.set('large', answer('x'.repeat(1000)), 60)
    cache.set('never', answer('x'), 0)
    expect([cache.get('large'), cache.get('never')]).toEqual([null, null])
  })
})

describe('freshness', () => {
  it('keeps answers briefly while content changes, and drops them when it has', async () => {
    const cache = createResponseCache(1_000_000, () => 0)
    let state: ContentState = { importing: false, records: 0, newest: 1 }
    const freshness = createFreshness(cache, async () => state)
    await freshness.check()
    await freshness.check()
    expect(freshness.longest()).toBe(Infinity)
    cache.set('a', { status: 200, headers: {}, body: 'x' }, 300)
    state = { importing: true, records: 10, newest: 1 }
    await freshness.check()
    expect(freshness.longest()).toBe(2)
    expect(cache.get('a')).toBeNull()
  })

  it('drops them when a record is called otherwise, and their number stays', async () => {
    const cache = createResponseCache(10_000, () => 0)
    let newest = 1
    const freshness = createFreshness(cache, async () => ({ importing: false, records: 10, newest }))
    await freshness.check()
    await freshness.check()
    cache.set('a', { status: 200, headers: {}, body: 'x' }, 300)
    newest = 2
    await freshness.check()
    expect(freshness.longest()).toBe(2)
    expect(cache.get('a')).toBeNull()
    await freshness.check()
    expect(freshness.longest()).toBe(Infinity)
  })
})
