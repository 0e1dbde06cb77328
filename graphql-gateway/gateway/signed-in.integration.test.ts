// The gateway as a process beside a provider: who is signed in, who no longer, and a provider that is away.
import { placeHeader } from '@shuxiang/process/place'
import { z } from 'zod'
import { startFilled, type FilledGateway } from './testing/filled-gateway.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  claims,
  issuer,
  json,
  keyServer,
  published,
  sign,
  signer,
  type Signer,
} from './authentication/provider.fixture.ts'

const refusal = z.object({
  errors: z.tuple([z.object({ extensions: z.object({ code: z.string() }) })]),
})
let gateway: FilledGateway
let key: Signer
let keys: Awaited<ReturnType<typeof keyServer>>
beforeAll(async () => {
  key = await signer('k1')
  keys = await keyServer(json(await published(key)))
  gateway = await startFilled(async () => {}, {
    IDENTITY_ORIGIN: new URL(issuer).origin,
    IDENTITY_KEYS_URL: keys.url,
    LOG_LEVEL: 'info',
  })
})
afterAll(async () => {
  await gateway.close()
  keys.close()
})

const seconds = (): number => Math.floor(Date.now() / 1000)
const token = (sid: string): Promise<string> => sign(key, { ...claims(seconds()), sid })
const ask = (authorization?: string) =>
  gateway.ask('/graphql', {
    body: { query: '{ libraries(first: 1) { totalCount } }' },
    headers: authorization === undefined ? {} : { authorization },
  })
const signOut = async (sid: string) => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const facts = { iss: issuer, aud: 'ndl-portal', iat: seconds(), exp: seconds() + 120, jti: 'j' }
  const logout = await sign(key, { ...facts, sid, events: event }, { typ: 'logout+jwt' })
  return gateway.ask('/auth/backchannel-logout', {
    form: new URLSearchParams({ logout_token: logout }).toString(),
  })
}

describe('a request', () => {
  it('without a token, and with a good one, is answered alike where nothing depends on who asks', async () => {
    const nobody = await ask()
    const reader = await ask(`Bearer ${await token('s1')}`)
    expect([nobody.status, reader.status]).toEqual([200, 200])
    expect(reader.body).toEqual(nobody.body)
    expect(reader.headers['vary']).toBe('authorization')
  })

  it('with a bad token is refused by a sentence, never taken for one without', async () => {
    for (const bad of [
      'Bearer junk',
      'Basic eDp5',
      `Bearer ${(await token('s1')).slice(0, -2)}`,
      `Bearer ${'9'.repeat(9000)}`,
    ])
      expect(await ask(bad)).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': 'Bearer error="invalid_token"', 'cache-control': 'no-store' },
        body: { errors: [{ extensions: { code: 'INVALID_TOKEN' } }] },
      })
  })

  it('with more header than anything needs does not end the gateway', async () => {
    expect((await ask(`Bearer ${'9'.repeat(40_000)}`).catch(() => ({ status: 431 }))).status).toBe(431)
    expect((await ask()).status).toBe(200)
  })

  it('of a session that was signed out is refused', async () => {
    const mine = `Bearer ${await token('s2')}`
    expect((await ask(mine)).status).toBe(200)
    expect((await signOut('s2')).status).toBe(200)
    expect((await ask(mine)).status).toBe(401)
    expect((await ask(`Bearer ${await token('s1')}`)).status).toBe(200)
  })

  describe('where the console has an origin of its own', () => {
    const code = { portal: 'ndl-portal', site: 'site-n1', console: 'ndl-console' } as const
    const from = async (place: string, client: keyof typeof code | null, more = {}) => {
      const mine = { ...claims(seconds()), azp: client === null ? '' : code[client], acr: '2' }
      const authorization = client === null ? {} : { authorization: `Bearer ${await sign(key, mine)}` }
      const { status, body } = await gateway.ask('/graphql', {
        body: { query: '{ libraries(first: 1) { totalCount } }' },
        headers: { ...authorization, [placeHeader]: place, ...more },
      })
      return status === 200 ? '200' : `${status} ${refusal.parse(body).errors[0].extensions.code}`
    }

    it.each([
      ['portal', 'console', '403 TOKEN_OF_ANOTHER_ORIGIN'],
      ['portal', 'portal', '200'],
      ['portal', 'site', '200'],
      ['portal', null, '200'],
      ['console', 'console', '200'],
      ['console', 'portal', '403 TOKEN_OF_ANOTHER_ORIGIN'],
      ['console', null, '200'],
      ['elsewhere', 'portal', '400 BAD_PLACE'],
    ] as const)('a request from the %s with a token of the %s: %3$s', async (place, client, answer) =>
      expect(await from(place, client)).toBe(answer),
    )

    it('nobody but the shell says from where', async () => {
      const answer = await from('console', 'console', { 'x-forwarded-for': '203.0.113.7' })
      expect(answer).toBe('403 PLACE_REFUSED')
    })
  })

  it('while the provider is away: known keys go on, others wait, nobody else notices', async () => {
    keys.answerBy((response) => void response.destroy())
    expect((await ask(`Bearer ${await token('s3')}`)).status).toBe(200)
    expect((await ask()).status).toBe(200)
  })

  it('leaves no token in the log', async () => {
    const mine = await token('s4')
    await ask(`Bearer ${mine}`)
    await ask(`Bearer ${mine}x`)
    for (const part of mine.split('.')) expect(gateway.log()).not.toContain(part)
  })
})
