// Small parts of the protocol by themselves: levels, scopes, refresh tokens, addresses that may be asked.
import { describe, expect, it } from 'vitest'
import { readRealm } from '../realm/index.ts'
import { levelAt, levelTwoAge, wantedLevel } from '../realm/levels.ts'
import { testPeople } from '../testing/people.ts'
import { guardedFetch } from './backchannel.ts'
import { claimsFor, namedScopes } from './claims.ts'
import { allowsOrigin, protocolClient } from './clients.ts'
import { createRefreshTokens } from './refresh-token.ts'

const realm = readRealm({})
const clientOf = (id: string) => {
  const client = realm.clients.find(({ clientId }) => clientId === id)
  if (client === undefined) throw new Error(`${id} is missing`)
  return client
}
const [reader, , admin] = testPeople
if (!reader || !admin) throw new Error('people are missing')
const signedIn = { level: '1', authenticatedAt: 1_000 }

describe('levels', () => {
  it('hold as long as the realm file says', () => {
    const age = levelTwoAge(realm)
    expect(age).toBe(900)
    expect(levelAt({ acr: '2', loginTs: 100 }, 999, age)).toBe(2)
    expect(levelAt({ acr: '2', loginTs: 100 }, 1_000, age)).toBe(1)
    expect(levelAt({ acr: '1', loginTs: 999 }, 1_000, age)).toBe(1)
  })

  it.each([
    ['ndl-portal', undefined, 1],
    ['ndl-portal', '2', 2],
    ['ndl-portal', '3', 2],
    ['ndl-portal', 'gold', 1],
    ['ndl-console', undefined, 2],
    ['ndl-console', '1', 2],
  ] as const)('%s that asks for %s wants %s', (id, asked, wanted) => {
    expect(wantedLevel(clientOf(id), asked)).toBe(wanted)
  })
})

describe('claims', () => {
  it('carry optional scopes only when they are asked for', () => {
    const portal = clientOf('ndl-portal')
    expect(namedScopes(realm, portal, 'openid')).toBe('openid reader-profile')
    expect(namedScopes(realm, portal, 'openid profile').split(' ').sort()).toEqual([
      'openid',
      'profile',
      'reader-profile',
    ])
  })

  it('show no role beyond the ceiling, and no name in an access token', () => {
    const claims = (id: string, target: 'access' | 'id') =>
      claimsFor(realm, clientOf(id), 'openid', { account: admin, signedIn }, target)
    expect(claims('ndl-portal', 'access')['realm_access']).toEqual({ roles: ['reader', 'reader-verified'] })
    expect(claims('ndl-console', 'access')['realm_access']).toEqual({ roles: admin.roles })
    expect(claims('ndl-console', 'id')).not.toHaveProperty('realm_access')
    const mine = claimsFor(realm, clientOf('ndl-portal'), 'openid', { account: reader, signedIn }, 'access')
    expect(mine).not.toHaveProperty('name')
  })
})

describe('refresh tokens', () => {
  const tokens = createRefreshTokens('a key')
  const claims = {
    jti: 'j',
    iat: 1,
    exp: 2,
    iss: 'i',
    aud: 'i',
    sub: 's',
    azp: 'a',
    sid: 'x',
    scope: 'openid',
  }

  it('are read as they were written, and not with another key', () => {
    const token = tokens.wrap(claims)
    expect(tokens.read(token)).toMatchObject({ jti: 'j', azp: 'a', sid: 'x', typ: 'Refresh' })
    expect(createRefreshTokens('another').read(token)).toBeNull()
  })

  it.each(['', '.', '..', 'a.b.c', 'a.b.c.d', 'x'.repeat(5_000)])('are not "%s"', (token) => {
    expect(tokens.read(token)).toBeNull()
  })
})

describe('clients', () => {
  it('nobody signs in with are none to the protocol', () => {
    for (const id of ['ndl-gateway', 'ndl-provisioner', 'admin-cli'])
      expect(protocolClient(clientOf(id), undefined)).toBeNull()
    expect(protocolClient({ ...clientOf('ndl-portal'), enabled: false }, undefined)).toBeNull()
  })

  it('are asked for by their own pages only', () => {
    expect(allowsOrigin(clientOf('ndl-portal'), 'http://localhost:8080')).toBe(true)
    expect(allowsOrigin(clientOf('ndl-portal'), 'http://localhost:8081')).toBe(false)
    expect(allowsOrigin({ ...clientOf('ndl-portal'), webOrigins: ['+'] }, 'http://localhost:8080')).toBe(true)
  })
})

describe('requests of the provider', () => {
  it('pass the guard of the library only where the address says that it is this machine', async () => {
    const guarded: boolean[] = []
    const send = guardedFetch(async (_url, options) => {
      guarded.push(options !== undefined && 'dispatcher' in options)
      return new Response()
    })
    const options = Object.fromEntries([
      ['method', 'POST'],
      ['dispatcher', null],
    ])
    for (const url of [
      'http://localhost:8080/x',
      'http://127.0.0.1/x',
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'https://localhost.evil.example/',
      'https://library.example/',
    ])
      await send(url, options)
    expect(guarded).toEqual([false, false, true, true, true, true])
  })
})
