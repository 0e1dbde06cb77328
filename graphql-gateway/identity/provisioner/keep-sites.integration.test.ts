// Sites that are opened while the provider runs get their clients without anybody asking.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import type { AdminClient } from '../admin-client/client.ts'
import { serveIdentity, type TestIdentity } from '../testing/identity.ts'
import type { NamedSite } from './library-site.ts'
import { bringSites, keepSites, type KeepSitesOptions } from './keep-sites.ts'

let store: TestStore
let provider: TestIdentity
let asked = 0
beforeAll(async () => {
  store = await openTestStore()
  provider = await serveIdentity({ db: store.db('keep-sites') })
})
afterAll(async () => {
  await provider.close()
  await store.close()
})
beforeEach(() => (asked = 0))

const never = new AbortController().signal
const client = z.object({ clientId: z.string(), redirectUris: z.array(z.string()).default([]) })
const clients = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>()
  for await (const { clientId, redirectUris } of provider.admin.list('/clients', client))
    found.set(clientId, redirectUris)
  return found
}

function options(sites: readonly NamedSite[], more: Partial<KeepSitesOptions> = {}): KeepSitesOptions {
  const admin: AdminClient = {
    ...provider.admin,
    list: (path, shape) => {
      asked++
      return provider.admin.list(path, shape)
    },
  }
  return {
    db: store.db('keep-sites'),
    admin,
    provider: provider.origin,
    sitesOrigin: 'http://localhost:8080',
    gateway: 'http://localhost:8080',
    sites: async () => sites,
    every: 20,
    log: { info: () => {}, warn: () => {} },
    ...more,
  }
}
it('lets readers come back to hosts of its own, which come and go', async () => {
  const names = async (): Promise<readonly string[]> =>
    ((await clients()).get('site-n3302') ?? []).filter((uri) => uri.endsWith('/auth/callback'))
  const ningbo = { code: 'n3302', name: '宁波图书馆' }
  await bringSites(options([{ ...ningbo, hosts: ['nblib.localhost', 'plain.nblib.cn'] }]), never)
  // Without TLS, sign-in leads to this machine only.
  expect(await names()).toEqual([
    'http://nblib.localhost:8080/auth/callback',
    'http://n3302.localhost:8080/auth/callback',
  ])
  await bringSites(options([ningbo]), never)
  expect(await names()).toEqual(['http://n3302.localhost:8080/auth/callback'])
})

const hangzhou = { code: 'n3301', name: '杭州图书馆' }

it('makes the client of a new site, and asks the provider nothing when all is done', async () => {
  await bringSites(options([hangzhou]), never)
  expect((await clients()).get('site-n3301')).toContain('http://n3301.localhost:8080/auth/callback')
  asked = 0
  await bringSites(options([hangzhou]), never)
  expect(asked).toBe(0)
})

it('follows sites to another address', async () => {
  await bringSites(options([hangzhou], { sitesOrigin: 'https://lib.example' }), never)
  expect((await clients()).get('site-n3301')).toEqual([
    'https://n3301.lib.example/auth/callback',
    'https://n3301.lib.example/auth/silent',
  ])
})

it('says which library cannot have one, and makes the others', async () => {
  const said: string[] = []
  const log = { info: () => {}, warn: (_: object, message: string) => void said.push(message) }
  await bringSites(
    options(
      [
        { code: '-bad', name: 'x' },
        { code: 'n3302', name: '宁波图书馆' },
      ],
      { log },
    ),
    never,
  )
  expect(said).toEqual([expect.stringContaining('-bad')])
  expect((await clients()).has('site-n3302')).toBe(true)
})

it('goes on when the provider is back, and says once that it was away', async () => {
  const said: string[] = []
  let away = true
  let looks = 0
  const admin: AdminClient = {
    ...provider.admin,
    list: (path, shape) => {
      looks++
      if (away) throw new Error('nobody answers')
      return provider.admin.list(path, shape)
    },
  }
  const log = { info: () => {}, warn: (_: object, message: string) => void said.push(message) }
  const kept = keepSites(options([{ code: 'n3303', name: '温州图书馆' }], { admin, log }))
  await expect.poll(() => looks, { timeout: 5_000 }).toBeGreaterThan(2)
  away = false
  await expect.poll(async () => (await clients()).has('site-n3303'), { timeout: 5_000 }).toBe(true)
  await kept.stop()
  expect(said).toEqual(['sites have no clients yet'])
})
