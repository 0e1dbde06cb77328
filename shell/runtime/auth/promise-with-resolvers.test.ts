import { describe, expect, it } from 'vitest'
import { provideWithResolvers } from './promise-with-resolvers.ts'

describe('Promise.withResolvers', () => {
  it('is given to an engine that has none, with its meaning', async () => {
    const engine: Partial<Pick<PromiseConstructor, 'withResolvers'>> = {}
    provideWithResolvers(engine)
    const first = engine.withResolvers?.<number>()
    first?.resolve(7)
    expect(await first?.promise).toBe(7)
    const second = engine.withResolvers?.<number>()
    second?.reject(new Error('no'))
    await expect(second?.promise).rejects.toThrow('no')
  })
  it('of an engine that has it stays', () => {
    const { withResolvers } = Promise
    provideWithResolvers()
    expect(Promise.withResolvers).toBe(withResolvers)
  })
})
