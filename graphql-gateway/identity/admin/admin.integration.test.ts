// The admin interface, asked by the provisioner with the client of its own, and by others who get nothing.
import { openAuditLog, verifyAuditLog } from '@shuxiang/audit'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AdminRefused } from '../admin-client/client.ts'
import { signIn } from '../contract/sign-in.ts'
import { visitor } from '../contract/visitor.ts'
import { siteClient } from '../provisioner/library-site.ts'
import { testClient } from '../testing/client.ts'
import { serveIdentity, type TestIdentity } from '../testing/identity.ts'

let store: TestStore
let served: TestIdentity
const any = z.looseObject({ id: z.string() })
const many = z.array(any)

beforeAll(async () => {
  store = await openTestStore()
  served = await serveIdentity({
    db: store.db('admin'),
    libraries: [{ code: 'n33', name: '浙江图书馆' }],
  })
})
afterAll(async () => {
  // There is no gateway here to be told.
  expect(served.complaints.filter((line) => !line.includes('was not told'))).toEqual([])
  await served.close()
  await store.close()
})

const refusal = async (asked: Promise<unknown>): Promise<number> => {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AdminRefused)) throw new Error('it was not refused')
  return error.status
}
const raw = (path: string, options: RequestInit = {}) =>
  fetch(`${served.origin}/admin/realms/ndl${path}`, options)
const person = (name: string, more: object = {}) => ({
  username: name,
  enabled: true,
  credentials: [{ type: 'password', value: 'horse battery' }],
  ...more,
})

describe('who asks', () => {
  it('without a token, or with a person’s, gets nothing', async () => {
    const id = await served.admin.post('/users', person('n33/9001'))
    const client = testClient({ issuer: served.issuer, origin: served.origin })
    const { url, verifier } = client.authorizationUrl()
    const stop = await signIn(visitor(served.origin), url, {
      id: id ?? '',
      username: 'n33/9001',
      password: 'horse battery',
      device: null,
    })
    if (stop.at !== 'client') throw new Error('the sign-in stayed')
    const { body } = await client.token({
      grant_type: 'authorization_code',
      code: stop.address.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: 'http://localhost:8080/auth/callback',
    })
    const authorization = `Bearer ${String(body['access_token'])}`
    expect((await raw('/users', { headers: { authorization } })).status).toBe(403)
    expect((await raw('/users')).status).toBe(401)
    expect((await raw('/users', { headers: { authorization: 'Bearer junk' } })).status).toBe(401)
  })

  it('the provisioner may read the realm and not change it', async () => {
    const realm = await served.admin.get(
      '',
      z.looseObject({ realm: z.string(), registrationAllowed: z.boolean() }),
    )
    expect(realm).toMatchObject({ realm: 'ndl', registrationAllowed: false })
    expect(await refusal(served.admin.put('', { registrationAllowed: true }))).toBe(403)
  })
})

describe('clients', () => {
  const site = siteClient(
    { code: 'n33', name: '浙江图书馆', origins: ['https://zj.library.example'] },
    'http://localhost:8080',
  )

  it('are made once, found, changed and removed', async () => {
    const id = await served.admin.post('/clients', site)
    expect(await refusal(served.admin.post('/clients', site))).toBe(409)
    expect(await served.admin.get('/clients?clientId=site-n33', many)).toMatchObject([
      { id, clientId: 'site-n33' },
    ])
    await served.admin.put(`/clients/${id}`, { ...site, enabled: false })
    expect(await served.admin.get(`/clients/${id}`, any)).toMatchObject({ enabled: false })
    expect(await refusal(served.admin.put(`/clients/${id}`, { ...site, clientId: 'site-n44' }))).toBe(400)
    await served.admin.delete(`/clients/${id}`)
    expect(await served.admin.get(`/clients/${id}`, any)).toBeNull()
    expect(await refusal(served.admin.delete(`/clients/${id}`))).toBe(404)
  })

  it('are listed in pages, those of the file first, and the file’s stay as they are', async () => {
    const ids = []
    for (const code of ['p1', 'p2', 'p3'])
      ids.push(await served.admin.post('/clients', { ...site, clientId: `site-${code}` }))
    const all = await served.admin.get(
      '/clients?first=0&max=100',
      z.array(z.looseObject({ id: z.string(), clientId: z.string() })),
    )
    const names = (all ?? []).map(({ clientId }) => clientId)
    expect(names).toContain('ndl-portal')
    expect(names.slice(-3)).toEqual(['site-p1', 'site-p2', 'site-p3'])
    const middle = await served.admin.get(`/clients?first=${names.length - 4}&max=2`, many)
    expect(middle?.map(({ clientId }) => clientId)).toEqual(names.slice(-4, -2))
    // As long as what the file has: the store is asked for none.
    const file = await served.admin.get(`/clients?first=0&max=${names.length - 3}`, many)
    expect(file?.map(({ clientId }) => clientId)).toEqual(names.slice(0, -3))
    expect(await served.admin.get('/clients?first=0&max=0', many)).toEqual([])
    const portal = all?.find(({ clientId }) => clientId === 'ndl-portal')
    expect(await refusal(served.admin.put(`/clients/${portal?.id}`, site))).toBe(403)
    for (const id of ids) await served.admin.delete(`/clients/${id}`)
  })

  it.each([
    ['every role', { fullScopeAllowed: true }],
    ['a pattern', { redirectUris: ['https://zj.library.example/*'] }],
    ['clear text', { redirectUris: ['http://zj.library.example/auth/callback'] }],
    ['a back channel in a private network', { attributes: { 'backchannel.logout.url': 'http://10.0.0.1/' } }],
    [
      'a pattern after signing out',
      { attributes: { 'post.logout.redirect.uris': 'https://zj.library.example/*' } },
    ],
    ['the roles of staff', { defaultClientScopes: ['basic', 'ndl-staff-roles'] }],
    ['a secret', { publicClient: false }],
    ['an account of its own', { serviceAccountsEnabled: true }],
    ['a name with a path', { clientId: '../admin' }],
    [
      'a hundred addresses',
      { redirectUris: Array.from({ length: 100 }, (_, i) => `https://a.example/${i}`) },
    ],
  ])('with %s are refused', async (_, more) => {
    expect(await refusal(served.admin.post('/clients', { ...site, ...more }))).toBe(400)
  })

  it('get PKCE and no direct grants, whatever is asked', async () => {
    const id = await served.admin.post('/clients', {
      ...site,
      clientId: 'site-set',
      directAccessGrantsEnabled: true,
      implicitFlowEnabled: true,
      attributes: {},
    })
    expect(await served.admin.get(`/clients/${id}`, any)).toMatchObject({
      directAccessGrantsEnabled: false,
      implicitFlowEnabled: false,
      attributes: { 'pkce.code.challenge.method': 'S256' },
    })
  })
})

describe('organizations', () => {
  const library = {
    name: '浙江图书馆',
    alias: 'n33',
    domains: [{ name: 'zj.library.example', verified: true }],
  }

  it('are made once, found, changed and removed', async () => {
    const id = await served.admin.post('/organizations', library)
    expect(await refusal(served.admin.post('/organizations', library))).toBe(409)
    expect(await served.admin.get('/organizations?search=n33', many)).toMatchObject([
      { id, alias: 'n33', enabled: true },
    ])
    expect(await served.admin.get('/organizations?first=0&max=10', many)).toHaveLength(1)
    await served.admin.put(`/organizations/${id}`, { ...library, name: '浙图' })
    expect(await served.admin.get(`/organizations/${id}`, any)).toMatchObject({ name: '浙图' })
    expect(await refusal(served.admin.put(`/organizations/${id}`, { ...library, alias: 'n44' }))).toBe(400)
    expect(
      await refusal(served.admin.post('/organizations', { ...library, alias: 'n44', domains: [] })),
    ).toBe(400)
    await served.admin.delete(`/organizations/${id}`)
    expect(await served.admin.get(`/organizations/${id}`, any)).toBeNull()
  })
})

describe('users', () => {
  it('are made with what the profile admits, found by name whatever its case, and removed', async () => {
    const attributes = { age_band: ['adult'], home_library: ['n33'], shoe_size: ['43'] }
    const id = await served.admin.post('/users', person('N33/1001', { attributes }))
    const found = await served.admin.get('/users?username=n33/1001&exact=true', many)
    expect(found).toMatchObject([
      { id, username: 'n33/1001', attributes: { age_band: ['adult'], home_library: ['n33'] } },
    ])
    expect(found?.[0]?.['attributes']).not.toHaveProperty('shoe_size')
    expect(await refusal(served.admin.post('/users', person('n33/1001')))).toBe(409)
    expect(await refusal(served.admin.post('/users', person('n33/张三')))).toBe(400)
    expect(
      await refusal(served.admin.post('/users', person('n33/1', { attributes: { age_band: ['ancient'] } }))),
    ).toBe(400)
    expect(
      await refusal(
        served.admin.post('/users', person('n33/2', { credentials: [{ type: 'password', value: 'n' }] })),
      ),
    ).toBe(400)
    expect(await served.admin.get('/users?search=n33/10&first=0&max=10', many)).toHaveLength(1)
    await served.admin.put(`/users/${id}`, { attributes: { age_band: ['14-17'] } })
    expect(await served.admin.get(`/users/${id}`, any)).toMatchObject({ attributes: { age_band: ['14-17'] } })
    await served.admin.delete(`/users/${id}`)
    expect(await served.admin.get(`/users/${id}`, any)).toBeNull()
  })

  it('have roles, a device and a password that may be set anew', async () => {
    const id = await served.admin.post(
      '/users',
      person('n33/1002', {
        credentials: [
          { type: 'password', value: 'horse battery', temporary: true },
          {
            type: 'otp',
            secretData: JSON.stringify({ value: 'twenty letters of key' }),
            credentialData: '{}',
          },
        ],
      }),
    )
    const at = `/users/${id}`
    expect(await served.admin.get(at, any)).toMatchObject({
      totp: true,
      requiredActions: ['UPDATE_PASSWORD'],
    })
    const available = await served.admin.get(`${at}/role-mappings/realm/available`, many)
    expect(available?.map(({ name }) => name)).toEqual(['reader-verified'])
    await served.admin.post(`${at}/role-mappings/realm`, available)
    expect((await served.admin.get(`${at}/role-mappings/realm`, many))?.map(({ name }) => name)).toEqual([
      'reader',
      'reader-verified',
    ])
    const [otp] = ((await served.admin.get(`${at}/credentials`, many)) ?? []).filter(
      ({ type }) => type === 'otp',
    )
    await served.admin.delete(`${at}/credentials/${otp?.id}`)
    expect(await served.admin.get(`${at}/credentials`, many)).toHaveLength(1)
    await served.admin.put(`${at}/reset-password`, {
      type: 'password',
      value: 'another battery',
      temporary: false,
    })
    expect(
      await refusal(served.admin.put(`${at}/reset-password`, { type: 'password', value: 'short' })),
    ).toBe(400)
    expect(
      await served.identity.people.checkPassword('n33/1002', 'another battery', '127.0.0.1'),
    ).toMatchObject({
      requiredActions: [],
    })
  })

  it('lose their sessions when they are switched off', async () => {
    const id = await served.admin.post('/users', person('n33/1003'))
    const { url } = testClient({ issuer: served.issuer, origin: served.origin }).authorizationUrl()
    const who = { id: id ?? '', username: 'n33/1003', password: 'horse battery', device: null }
    expect((await signIn(visitor(served.origin), url, who)).at).toBe('client')
    const sessions = () => served.admin.get(`/users/${id}/sessions`, many)
    expect(await sessions()).toMatchObject([{ username: 'n33/1003', userId: id }])
    await served.admin.put(`/users/${id}`, { enabled: false })
    expect(await sessions()).toEqual([])
    expect((await signIn(visitor(served.origin), url, who)).at).toBe('page')
  })
})

it('every change is in the audit log: who, what and whom, without names; and so is what was refused', async () => {
  const log = openAuditLog(store.db('admin'), Date.now)
  const [{ number: before = 0 } = {}] = await log.entries({ limit: 1 })
  const id = (await served.admin.post('/users', person('n33/1005'))) ?? ''
  const at = `/users/${id}`
  await served.admin.post(`${at}/role-mappings/realm`, [{ name: 'reader-verified' }])
  await served.admin.put(at, { attributes: { display_name: ['林晚晴'] } })
  await served.admin.put(`${at}/reset-password`, { type: 'password', value: 'another battery' })
  await served.admin.post(`${at}/logout`, {})
  expect(await refusal(served.admin.post(`${at}/role-mappings/realm`, [{ name: 'national-admin' }]))).toBe(
    403,
  )
  await served.admin.delete(`${at}/role-mappings/realm`, [{ name: 'reader-verified' }])
  await served.admin.delete(at)
  const library = { name: '浙图', alias: 'n55', domains: [{ name: 'z.example' }] }
  await served.admin.delete(`/organizations/${await served.admin.post('/organizations', library)}`)
  const site = siteClient(
    { code: 'n55', name: '浙图', origins: ['https://z.example'] },
    'http://localhost:8080',
  )
  await served.admin.delete(`/clients/${await served.admin.post('/clients', site)}`)
  const noted = (await log.entries({ limit: 200 })).filter(({ number }) => number > before).toReversed()
  expect(noted.map(({ action, outcome }) => (outcome === 'done' ? action : `${action} refused`))).toEqual([
    'account.make',
    'account.role.give',
    'account.change',
    'account.password',
    'account.sessions.end',
    'admin.refused refused',
    'account.role.take',
    'account.remove',
    'organization.make',
    'organization.remove',
    'client.make',
    'client.remove',
  ])
  const about = noted.filter(({ object }) => object === `account:${id}`)
  expect(about).toHaveLength(8)
  for (const { actor, client } of noted) {
    expect(actor).toBe('service-account-ndl-provisioner')
    expect(client).toBe('ndl-provisioner')
  }
  expect(noted[1]?.details).toEqual({ roles: 'reader-verified' })
  // The digits alone stand in some id by chance.
  expect(JSON.stringify(noted)).not.toMatch(/n33\/1005|林晚晴|battery/)
  expect((await verifyAuditLog(store.db('admin'))).broken).toBeNull()
})

it('what cannot be noted is not done', async () => {
  let full = false
  const record = async (): Promise<void> => {
    if (full) throw new Error('the log is full')
  }
  const other = await serveIdentity({ db: store.db('admin-full'), audit: { record } })
  try {
    const id = (await other.admin.post('/users', person('n33/1006'))) ?? ''
    full = true
    await expect(other.admin.put(`/users/${id}`, { enabled: false })).rejects.toThrow()
    await expect(other.admin.delete(`/users/${id}`)).rejects.toThrow()
    expect(await other.admin.get(`/users/${id}`, any)).toMatchObject({ enabled: true })
    expect(other.complaints.filter((line) => line.includes('the log is full'))).toHaveLength(2)
  } finally {
    await other.close()
  }
})

it('what cannot be read is refused, and what is unknown is not there', async () => {
  const { access_token: token } = z.looseObject({ access_token: z.string() }).parse(
    await (
      await fetch(`${served.issuer}/protocol/openid-connect/token`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`ndl-provisioner:${served.identity.provisionerSecret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
    ).json(),
  )
  const ask = async (path: string, options: RequestInit = {}): Promise<number> =>
    (
      await raw(path, {
        ...options,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
    ).status
  expect(await ask('/clients', { method: 'POST', body: '{' })).toBe(400)
  expect(await ask('/clients', { method: 'POST', body: JSON.stringify({ x: 'x'.repeat(200_000) }) })).toBe(
    413,
  )
  expect(await ask('/clients?first=-1')).toBe(400)
  expect(await ask('/clients?max=100000')).toBe(400)
  expect(await ask('/clients', { method: 'PATCH' })).toBe(405)
  expect(await ask('/groups')).toBe(404)
  expect(await ask('/users/%E0%A4%A')).toBe(400)
})

it('all sessions of an account end, also of one that has more than a list holds', async () => {
  const id = (await served.admin.post('/users', person('n33/1004'))) ?? ''
  const { sessions } = served.identity.provider
  const names = Array.from({ length: 210 }, (_, n) => `many-${n}`)
  await Promise.all(
    names.map((uid, n) =>
      sessions.put(
        'Session',
        uid,
        { kind: 'Session', uid, jti: uid, accountId: id, loginTs: 1 },
        n < 5 ? -1 : 600,
      ),
    ),
  )
  await served.admin.post(`/users/${id}/logout`, {})
  const left = await Promise.all(names.map((uid) => sessions.findByUid('Session', uid)))
  expect(left.filter((one) => one !== null)).toEqual([])
})
