// What provisioning of libraries promises, for any provider.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AdminUnavailable } from '../admin-client/client.ts'
import type { Tested } from '../contract/tested.ts'
import { told } from '../contract/probe.ts'
import { visitor } from '../contract/visitor.ts'
import { requestOf } from '../contract/tested.ts'
import { provisionLibraries, type ProvisionOptions, type ProvisionReport } from './libraries.ts'
import { siteClientId, type LibrarySite } from './library-site.ts'

const clients = z.array(
  z.object({ id: z.string(), redirectUris: z.array(z.string()), fullScopeAllowed: z.boolean() }).loose(),
)

/** Libraries that no other test has. */
function somewhere(count: number): LibrarySite[] {
  const place = randomBytes(4).toString('hex')
  return Array.from({ length: count }, (_, number) => ({
    code: `p${place}${number}`,
    name: `Library ${place} ${number}`,
    origins: [`https://p${place}${number}.example.org`],
  }))
}

/** Declares the tests. */
export function provisionerSuite(name: string, start: () => Promise<Tested>): void {
  let started: Promise<Tested> | null = null
  const tested = (): Promise<Tested> => (started ??= start())
  const provision = async (
    libraries: ProvisionOptions['libraries'],
    other: Partial<ProvisionOptions> = {},
  ): Promise<ProvisionReport> => {
    const { admin } = await tested()
    return provisionLibraries({ admin, libraries, gateway: 'http://localhost:8080', pause, ...other })
  }
  const clientOf = async ({ code }: LibrarySite) => {
    const { admin } = await tested()
    const [client] = (await admin.get(`/clients?clientId=${siteClientId(code)}`, clients)) ?? []
    return client
  }

  describe(name, { timeout: 120_000 }, () => {
    test('libraries get what they lack once, and a second run changes nothing', async () => {
      const libraries = somewhere(12)
      expect(await provision(libraries)).toEqual({ made: 12, changed: 0, unchanged: 0, refused: [] })
      expect(await provision(libraries)).toEqual({ made: 0, changed: 0, unchanged: 12, refused: [] })
    })

    test('a reader can come from the site that was made, and from no other address', async () => {
      const [library] = somewhere(1)
      if (library === undefined) throw new Error('there is one')
      await provision([library])
      const provider = await tested()
      const [origin = ''] = library.origins
      const redirect = `${origin}/auth/callback`
      const client = {
        id: siteClientId(library.code),
        origin,
        redirect,
        signedOut: `${origin}/auth/signed-out`,
      }
      const browser = visitor(new URL(provider.issuer).origin)
      expect(told(await browser.open(requestOf(provider, client).address), redirect)).toBe('page 200')
      const stranger = { redirect_uri: 'https://evil.example/auth/callback' }
      expect(told(await browser.open(requestOf(provider, client, stranger).address), redirect)).toBe(
        'page 400',
      )
    })

    test('a library that moves takes its client with it', async () => {
      const [library, ...others] = somewhere(3)
      if (library === undefined) throw new Error('there is one')
      await provision([library, ...others])
      const before = await clientOf(library)
      const moved = { ...library, origins: ['https://moved.example.org'] }
      expect(await provision([moved, ...others])).toMatchObject({ changed: 1, unchanged: 2 })
      const after = await clientOf(library)
      expect(after?.id).toBe(before?.id)
      expect(after?.redirectUris.toSorted()).toEqual([
        'https://moved.example.org/auth/callback',
        'https://moved.example.org/auth/silent',
      ])
    })

    test('somebody who widened a client by hand is put right', async () => {
      const [library] = somewhere(1)
      if (library === undefined) throw new Error('there is one')
      await provision([library])
      const client = await clientOf(library)
      if (client === undefined) throw new Error('it was made')
      const { admin } = await tested()
      const wider = { ...client, redirectUris: [...client.redirectUris, 'https://other.example.org/'] }
      await admin.put(`/clients/${client.id}`, wider)
      expect(await provision([library])).toMatchObject({ changed: 1 })
      expect((await clientOf(library))?.redirectUris).toHaveLength(2)
    })

    test('one bad library is told of and the others are done', async () => {
      const [first, second, third] = somewhere(3)
      if (first === undefined || second === undefined || third === undefined)
        throw new Error('there are three')
      const report = await provision([
        first,
        { ...second, origins: ['https://*.example.org'] },
        { ...third, origins: ['http://plain.example.org'] },
        { ...third, origins: [] },
        { ...third, code: 'n1/../admin' },
      ])
      expect(report).toMatchObject({ made: 1 })
      expect(report.refused).toHaveLength(4)
    })

    test('a run that was ended is taken up by the next one', async () => {
      const libraries = somewhere(12)
      const ending = new AbortController()
      const progress = (done: number): void => {
        if (done === 5) ending.abort()
      }
      await expect(provision(libraries, { progress, signal: ending.signal })).rejects.toThrow('aborted')
      const { made, changed, unchanged } = await provision(libraries)
      expect(made + unchanged).toBe(12)
      expect(made).toBeGreaterThan(0)
      expect(unchanged).toBeGreaterThan(0)
      expect(changed).toBe(0)
    })

    test('a provider that is away now and then is asked again', async () => {
      const { admin } = await tested()
      // Each thing that is made is refused at its first try.
      const tried = new Set<string>()
      const shaky = {
        ...admin,
        post: (path: string, body: unknown) => {
          const thing = `${path} ${JSON.stringify(body)}`
          if (tried.has(thing)) return admin.post(path, body)
          tried.add(thing)
          return Promise.reject(new AdminUnavailable('away'))
        },
      }
      const waits: number[] = []
      const report = await provision(somewhere(5), {
        admin: shaky,
        pause: async (milliseconds) => void waits.push(milliseconds),
      })
      expect(report).toMatchObject({ refused: [] })
      expect(report.made + report.unchanged).toBe(5)
      expect(waits.length).toBeGreaterThan(0)
    })
  })
}
