/** The addresses of builder pages come from the graph, and outlive it. */
import { expect, it, vi } from 'vitest'
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { openBuilderPaths } from './builder-paths.ts'

function clientOf(answer: () => readonly string[] | 'away'): GatewayClient {
  return {
    async ask() {
      const paths = answer()
      if (paths === 'away') throw new GqlUnavailable('away', true)
      return { data: { paths }, errors: [] }
    },
    run: async () => ({}),
  }
}

it('are those of the seeds until the graph has told, then what it tells, and the last of that when it is away', async () => {
  let time = 0
  let answer: readonly string[] | 'away' = 'away'
  const asked = vi.fn(() => answer)
  const paths = openBuilderPaths({ client: clientOf(asked), seeds: ['/', '/libraries'], now: () => time })
  expect(paths()).toEqual(['/', '/libraries'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  expect(paths()).toEqual(['/', '/libraries'])
  expect(asked).toHaveBeenCalledTimes(1)

  answer = ['/', '/help', '/libraries']
  time = 10_000
  paths()
  await vi.waitFor(() => expect(paths()).toEqual(answer))
  const same = paths()
  time = 20_000
  paths()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3))
  // What is kept by the list is made once for it.
  expect(paths()).toBe(same)

  answer = 'away'
  time = 30_000
  paths()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(4))
  expect(paths()).toBe(same)
})

it('a store that is still being filled takes no page away', async () => {
  const asked = vi.fn((): readonly string[] => [])
  const paths = openBuilderPaths({ client: clientOf(asked), seeds: ['/'], now: () => 0 })
  paths()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  expect(paths()).toEqual(['/'])
})
