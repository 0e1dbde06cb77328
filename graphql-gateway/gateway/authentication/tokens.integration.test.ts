// Attacks on access tokens (S9-S13, S15, S16 of the design), with a provider that signs them on a loopback port.
import { createHmac } from 'node:crypto'
import { silentLog } from '@shuxiang/subgraph-kit/testing'
import { exportJWK, exportSPKI, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bearer } from './bearer.ts'
import { withoutIdentity, type Authenticate } from './contract.ts'
import { createKeys } from './keys.ts'
import { claims, issuer, json, keyServer, published, sign, signer, type Signer } from './provider.fixture.ts'
import type { MembershipsOf } from './rules.ts'

let time = 1_795_000_000_000
let ticks = 0
let key: Signer
let other: Signer
const closers: (() => void)[] = []
beforeAll(async () => {
  key = await signer('k1')
  other = await signer('k2')
})
afterEach(() => {
  for (const close of closers.splice(0)) close()
  time = 1_795_000_000_000
  ticks = 0
})

const seconds = (): number => time / 1000
const good = (more: JWTPayload = {}): JWTPayload => ({ ...claims(seconds()), ...more })
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim))

interface Gate {
  readonly ask: (token: string) => ReturnType<Authenticate>
  readonly status: (token: string) => Promise<number>
  readonly server: Awaited<ReturnType<typeof keyServer>>
  readonly refused: Set<string>
  known: boolean
}

async function gate(membershipsOf: MembershipsOf | null = null): Promise<Gate> {
  const server = await keyServer(json(await published(key)))
  closers.push(server.close)
  const refused = new Set<string>()
  const facts = { known: true }
  const authenticate = bearer({
    issuer,
    keys: createKeys({ url: server.url, now: () => ticks, log: silentLog }),
    refused: {
      has: (session) => refused.has(session),
      get known() {
        return facts.known
      },
    },
    membershipsOf,
    now: () => time,
    log: silentLog,
  })
  const ask = (token: string): ReturnType<Authenticate> => authenticate(`Bearer ${token}`, 'r1')
  return Object.assign(facts, {
    ask,
    server,
    refused,
    async status(token: string) {
      const answer = await ask(token)
      return 'status' in answer ? answer.status : 200
    },
  })
}

describe('a good token', () => {
  it('says who asks', async () => {
    const { ask } = await gate()
    expect(await ask(await sign(key, good()))).toEqual({
      kind: 'person',
      subject: 'p1',
      client: 'portal',
      azp: 'ndl-portal',
      sessionId: 's1',
      level: 1,
      authenticatedAt: seconds() - 30,
      roles: ['reader'],
      username: 'sh-xuhui/10001',
      homeLibrary: 'sh-xuhui',
      ageBand: 'adult',
      memberships: [],
    })
  })

  it.each(['PS256', 'ES256'])('may be signed by %s', async (algorithm) => {
    const { server, status } = await gate()
    const by = await signer('k3', algorithm)
    server.answerBy(json(await published(key, by)))
    expect(await status(await sign(by, good()))).toBe(200)
  })

  it.each<[string, () => JWTPayload]>([
    ['with one audience of several', () => good({ aud: ['account', 'ndl-gateway'] })],
    ['that ended within the skew', () => good({ exp: seconds() - 4 })],
    ['from a clock a little ahead', () => good({ iat: seconds() + 4 })],
    ['of a site', () => good({ azp: 'site-sh-xuhui' })],
    ['without a time of sign-in', () => without('auth_time')],
  ])('%s is taken', async (_, payload) =>
    expect(await (await gate()).status(await sign(key, payload()))).toBe(200),
  )

  it('no header is nobody', async () => {
    const keys = createKeys({ url: 'http://127.0.0.1:1/', now: () => 0, log: silentLog })
    const refused = { has: () => false, known: false }
    const authenticate = bearer({
      issuer,
      keys,
      refused,
      membershipsOf: null,
      now: () => time,
      log: silentLog,
    })
    expect(await authenticate(undefined, 'r1')).toEqual({ kind: 'anonymous' })
  })
})

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('S9: games with the algorithm', () => {
  it('none', async () => {
    const { status } = await gate()
    expect(await status(new UnsecuredJWT(good()).encode())).toBe(401)
    const bare = `${encode({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${encode(good())}.`
    expect(await status(bare)).toBe(401)
  })

  it('HS256 with the public key, in each of its forms, as the secret', async () => {
    const { status } = await gate()
    const jwk = await exportJWK(key.publicKey)
    for (const secret of [await exportSPKI(key.publicKey), JSON.stringify(jwk), jwk.n ?? '']) {
      const signed = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${encode(good())}`
      const signature = createHmac('sha256', secret).update(signed).digest('base64url')
      expect(await status(`${signed}.${signature}`)).toBe(401)
    }
  })

  it('an algorithm of the same key that is not allowed', async () => {
    const { status } = await gate()
    const wide = await signer('k1', 'RS512')
    expect(await status(await sign(wide, good()))).toBe(401)
  })
})

describe('S10: keys of the attacker', () => {
  it('another key under the same id', async () =>
    expect(await (await gate()).status(await sign({ ...other, kid: 'k1' }, good()))).toBe(401))

  it('a key that the token brings along', async () => {
    const jwk = await exportJWK(other.publicKey)
    const { status } = await gate()
    expect(await status(await sign(other, good(), { jwk }))).toBe(401)
    expect(await status(await sign({ ...other, kid: 'k1' }, good(), { jwk: { ...jwk, kid: 'k1' } }))).toBe(
      401,
    )
  })

  it('a key at an address that the token names; nobody goes there', async () => {
    const trap = await keyServer(json(await published(other)))
    closers.push(trap.close)
    const { status } = await gate()
    expect(await status(await sign(other, good(), { jku: trap.url, x5u: trap.url }))).toBe(401)
    expect(trap.fetches()).toBe(0)
  })

  it('a critical header that nobody knows', async () => {
    const signed = new SignJWT(good()).setProtectedHeader({
      alg: 'RS256',
      kid: 'k1',
      typ: 'at+jwt',
      crit: ['own'],
      own: true,
    })
    const token = await signed.sign(key.privateKey, { crit: { own: true } })
    expect(await (await gate()).status(token)).toBe(401)
  })

  it('the key for secrets, and no id at all', async () => {
    const { status } = await gate()
    expect(await status(await sign({ ...key, kid: 'for-secrets' }, good()))).toBe(401)
    const signed = new SignJWT(good()).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt' })
    expect(await status(await signed.sign(key.privateKey))).toBe(401)
  })

  it('another payload under a good signature', async () => {
    const { status } = await gate()
    const [header, , signature] = (await sign(key, good())).split('.')
    expect(await status([header, encode(good({ sub: 'p2' })), signature].join('.'))).toBe(401)
  })
})

describe('S11 and S12: claims', () => {
  it.each<[string, () => JWTPayload]>([
    ['ended', () => good({ exp: seconds() - 6 })],
    ['not yet', () => good({ nbf: seconds() + 6 })],
    ['issued in the future', () => good({ iat: seconds() + 6, exp: seconds() + 306 })],
    ['a provider five minutes ahead', () => claims(seconds() + 300)],
    ['a provider five minutes and more behind', () => claims(seconds() - 306)],
    ['living too long', () => good({ exp: seconds() + 3601 })],
    ['without an end', () => without('exp')],
    ['without a beginning', () => without('iat')],
    ['without a person', () => without('sub')],
    ['without a client', () => without('azp')],
    ['without an id', () => without('jti')],
    ['without a session', () => without('sid')],
    ['without an audience', () => without('aud')],
    ['without an issuer', () => without('iss')],
    ['for another audience', () => good({ aud: 'account' })],
    ['of another issuer', () => good({ iss: 'http://localhost:8081/realms/master' })],
    ['of the issuer with a slash', () => good({ iss: `${issuer}/` })],
    ['of an unknown client', () => good({ azp: 'admin-cli' })],
    ['of a client with a line end', () => good({ azp: 'ndl-portal\n' })],
    ['with a person of no name', () => good({ sub: '' })],
    ['with a session that is a list', () => ({ ...good(), sid: ['s1'] })],
  ])('%s', async (_, payload) => expect(await (await gate()).status(await sign(key, payload()))).toBe(401))

  it.each([
    ['an ID token', 'JWT'],
    ['a logout token', 'logout+jwt'],
    ['a token of no type', undefined],
  ])('%s is no access token', async (_, typ) =>
    expect(await (await gate()).status(await sign(key, good(), { typ }))).toBe(401),
  )
})

describe('S13: keys come and go', () => {
  it('a key that was published first is taken; one that was withdrawn is refused once the list is old', async () => {
    const { server, status } = await gate()
    expect(await status(await sign(key, good()))).toBe(200)
    server.answerBy(json(await published(key, other)))
    ticks += 600_001
    expect(await status(await sign(key, good({ jti: '2' })))).toBe(200)
    expect(await status(await sign(other, good()))).toBe(200)
    expect(server.fetches()).toBe(2)
    server.answerBy(json(await published(other)))
    ticks += 600_001
    expect(await status(await sign(key, good({ jti: '3' })))).toBe(401)
  })

  it('a flood of invented keys asks the provider once in half a minute', async () => {
    const { server, status } = await gate()
    expect(await status(await sign(key, good()))).toBe(200)
    ticks += 30_001
    const tokens = await Promise.all(
      Array.from({ length: 50 }, (_, i) => sign({ ...other, kid: `invented-${i}` }, good())),
    )
    expect(new Set(await Promise.all(tokens.map(status)))).toEqual(new Set([401]))
    expect(server.fetches()).toBe(2)
  })

  it.each<[string, Parameters<typeof keyServer>[0]]>([
    ['errs', (response) => void response.writeHead(500).end()],
    ['answers something else', json({ message: 'hello' })],
    ['answers a page', (response) => void response.end('<html>')],
    ['hangs up', (response) => void response.destroy()],
    [
      'sends elsewhere',
      (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['answers without end', (response) => void response.end('x'.repeat(300_000))],
  ])('while the provider %s, known keys go on and others are told to wait', async (_, answer) => {
    const { server, status, ask } = await gate()
    expect(await status(await sign(key, good()))).toBe(200)
    server.answerBy(answer)
    ticks += 700_000
    expect(await status(await sign(key, good({ jti: '2' })))).toBe(200)
    expect(await ask(await sign(other, good()))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      body: expect.stringContaining('cannot be checked at the moment'),
    })
  })

  it('with the provider down from the start nobody gets in, and everybody does when it is there', async () => {
    const { server, status } = await gate()
    const list = await published(key)
    server.answerBy((response) => void response.destroy())
    const token = await sign(key, good())
    expect(await status(token)).toBe(503)
    server.answerBy(json(list))
    ticks += 1001
    expect(await status(token)).toBe(200)
  })

  it('a provider that does not answer is waited for once, five seconds', async () => {
    const { server, status } = await gate()
    server.answerBy(() => {})
    const began = performance.now()
    const tokens = await Promise.all([1, 2, 3].map((i) => sign(key, good({ jti: String(i) }))))
    expect(await Promise.all(tokens.map(status))).toEqual([503, 503, 503])
    expect(performance.now() - began).toBeLessThan(9000)
    expect(server.fetches()).toBe(1)
  }, 20_000)
})

describe('S15: a session that was signed out', () => {
  it('is refused, also with a token that was good a moment ago', async () => {
    const { ask, refused, status } = await gate()
    const token = await sign(key, good())
    expect(await status(token)).toBe(200)
    refused.add('s1')
    expect(await ask(token)).toMatchObject({ status: 401, body: expect.stringContaining('signed out') })
    expect(await status(await sign(key, good({ sid: 's2' })))).toBe(200)
  })

  it('cannot be known before the store was read', async () => {
    const all = await gate()
    all.known = false
    expect(await all.status(await sign(key, good()))).toBe(503)
  })
})

describe('S16: the ceiling of the client', () => {
  const roles = [
    'reader',
    'reader-verified',
    'staff',
    'national-editor',
    'national-admin',
    'auditor',
    'offline_access',
  ]
  const memberships = [{ library: 'sh-xuhui', role: 'branch-admin', expires: null }] as const
  it.each(['ndl-portal', 'site-sh-xuhui'])('%s: a national admin is a reader', async (azp) => {
    const asked: string[] = []
    const { ask } = await gate(async (subject) => {
      asked.push(subject)
      return memberships
    })
    const token = await sign(key, good({ azp, acr: '2', realm_access: { roles } }))
    expect(await ask(token)).toMatchObject({ roles: ['reader', 'reader-verified'], memberships: [] })
    expect(asked).toEqual([])
  })

  it('the console: roles and memberships, asked anew each time', async () => {
    let kept: Awaited<ReturnType<MembershipsOf>> = memberships
    const { ask } = await gate(async () => kept)
    const token = await sign(key, good({ azp: 'ndl-console', acr: '2', realm_access: { roles } }))
    expect(await ask(token)).toMatchObject({ level: 2, roles: roles.slice(0, 6), memberships })
    kept = []
    expect(await ask(token)).toMatchObject({ memberships: [] })
  })

  it('memberships that cannot be read are not taken for none', async () => {
    const { status } = await gate(() => Promise.reject(new Error('the store is away')))
    expect(await status(await sign(key, good({ azp: 'ndl-console' })))).toBe(503)
  })

  it.each([['2 '], [2], [['2']], ['22'], ['silver']])('the level %j is no second factor', async (acr) => {
    const { ask } = await gate()
    expect(await ask(await sign(key, { ...good(), acr }))).toMatchObject({ level: 1 })
  })
})

describe('junk', () => {
  it.each([
    ['nothing', 'Bearer '],
    ['a word', 'Bearer junk'],
    ['dots', 'Bearer ..'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
    ['a card of 8 KB', `Bearer ${'9'.repeat(8300)}`],
    ['base64 of junk', `Bearer ${Buffer.from('\0\0{').toString('base64url')}.e30.AA`],
    ['a list for a header', `Bearer ${encode([])}.${encode({})}.AA`],
    ['Chinese', 'Bearer 借书证'],
  ])('%s', async (_, header) => {
    const { server } = await gate()
    const keys = createKeys({ url: server.url, now: () => ticks, log: silentLog })
    const refused = { has: () => false, known: true }
    const authenticate = bearer({
      issuer,
      keys,
      refused,
      membershipsOf: null,
      now: () => time,
      log: silentLog,
    })
    expect(await authenticate(header, 'r1')).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      body: expect.stringContaining('INVALID_TOKEN'),
    })
  })

  it('a token is in no log', async () => {
    const lines: string[] = []
    const write = (fields: object, message?: string): void =>
      void lines.push(JSON.stringify([fields, message]))
    const log = { debug: write, info: write, warn: write, error: write }
    const server = await keyServer(json(await published(key)))
    closers.push(server.close)
    const keys = createKeys({ url: server.url, now: () => ticks, log })
    const refused = { has: () => false, known: true }
    const authenticate = bearer({ issuer, keys, refused, membershipsOf: null, now: () => time, log })
    const tokens = [
      await sign(other, good()),
      await sign(key, good({ aud: 'x' })),
      await sign(key, good({ azp: 'x' })),
    ]
    for (const token of tokens) await authenticate(`Bearer ${token}`, 'r1')
    const ahead = await sign(key, claims(seconds() + 300))
    await authenticate(`Bearer ${ahead}`, 'r1')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('ERR_JWT_CLAIM_VALIDATION_FAILED: aud')
    expect(lines[3]).toContain('compare the clocks')
    for (const token of tokens) for (const part of token.split('.')) expect(lines.join()).not.toContain(part)
  })
})

describe('a verdict', () => {
  it('is kept until the token ends, and no longer', async () => {
    const { status, server } = await gate()
    const token = await sign(key, good())
    for (let i = 0; i < 5; i++) expect(await status(token)).toBe(200)
    server.close()
    time += 304_000
    expect(await status(token)).toBe(200)
    time += 2000
    expect(await status(token)).toBe(401)
  })

  it('is of the whole token: one character more is another', async () => {
    const { status } = await gate()
    const token = await sign(key, good())
    expect(await status(token)).toBe(200)
    const last = token.at(-1) === 'A' ? 'B' : 'A'
    expect(await status(`${token.slice(0, -3)}${last}${token.slice(-2)}`)).toBe(401)
  })
})

it('an installation without a provider serves who is not signed in, and says why nobody can be', async () => {
  expect(await withoutIdentity(undefined, 'r1')).toEqual({ kind: 'anonymous' })
  expect(await withoutIdentity(`Bearer ${await sign(key, good())}`, 'r1')).toMatchObject({
    status: 401,
    body: expect.stringContaining('no identity provider'),
  })
})
