// The realm file and what its reader refuses.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { keycloakClients } from './client-schema.ts'
import { managesAccounts, rolesGivenBy } from './permissions.ts'
import { admits, profileOf } from './profile.ts'
import { BadRealm, expand, parseRealm, readRealm, realmFile } from './read.ts'

const text = readFileSync(realmFile, 'utf8')
const fresh = () => structuredClone(JSON.parse(text))
const realm = readRealm({})
const client = (id: string) => realm.clients.find(({ clientId }) => clientId === id)
const ours = realm.clients.filter(({ clientId }) => !keycloakClients.has(clientId))
const signingIn = ours.filter(({ standardFlowEnabled }) => standardFlowEnabled)

/** The file with one thing changed. */
function changed(change: (content: ReturnType<typeof fresh>) => void): () => unknown {
  const content = fresh()
  change(content)
  return () => parseRealm(content, {})
}
const permissionsIn = (content: ReturnType<typeof fresh>) =>
  content.clients.find((one: { clientId: string }) => one.clientId === 'admin-permissions')
    .authorizationSettings.policies
const portalOf = (content: ReturnType<typeof fresh>) =>
  content.clients.find((one: { clientId: string }) => one.clientId === 'ndl-portal')

describe('the realm file', () => {
  it('holds no secret, no person, no site and no organization', () => {
    expect(text).not.toMatch(/"(secret|credentials|value|secretData|privateKey)"/)
    expect(realm.users.map(({ username }) => username)).toEqual(['service-account-ndl-provisioner'])
    expect(ours.map(({ clientId }) => clientId)).toEqual([
      'ndl-portal',
      'ndl-console',
      'ndl-gateway',
      'ndl-provisioner',
      'admin-permissions',
    ])
  })

  it('has public clients with PKCE S256 and exact addresses, but for the gateway and the provisioner', () => {
    expect(signingIn.map(({ clientId }) => clientId)).toEqual(['ndl-portal', 'ndl-console'])
    for (const one of signingIn) {
      expect(one.publicClient).toBe(true)
      expect(one.attributes?.['pkce.code.challenge.method']).toBe('S256')
      expect(one.redirectUris?.every((address) => !address.includes('*'))).toBe(true)
    }
  })

  it('gives the portal the roles of a reader only, and the console all at level 2', () => {
    expect(client('ndl-portal')?.defaultClientScopes).toContain('ndl-reader-roles')
    expect(client('ndl-portal')?.defaultClientScopes).not.toContain('ndl-staff-roles')
    expect(realm.scopeMappings.find(({ clientScope }) => clientScope === 'ndl-reader-roles')?.roles).toEqual([
      'reader',
      'reader-verified',
    ])
    expect(client('ndl-console')?.attributes).toMatchObject({
      'default.acr.values': '2',
      'minimum.acr.value': '2',
    })
  })

  it('lets the provisioner give the role of a proved card only, and look after accounts only by permissions', () => {
    expect(rolesGivenBy(realm, 'ndl-provisioner')).toEqual(['reader-verified'])
    expect(managesAccounts(realm, 'ndl-provisioner')).toBe(true)
    expect(managesAccounts(realm, 'ndl-console')).toBe(false)
    const rights = realm.users.flatMap(({ clientRoles }) => Object.values(clientRoles).flat())
    expect(rights).toEqual(['manage-clients', 'manage-organizations', 'query-users', 'view-users'])
  })

  it('lists the scopes of Keycloak’s own clients, which a list of scopes would strip of theirs', () => {
    for (const id of keycloakClients) expect(client(id)?.defaultClientScopes).toContain('basic')
  })

  it('assigns the organization scope to no client of ours: silent sign-in would hang', () => {
    for (const one of ours)
      expect([...one.defaultClientScopes, ...one.optionalClientScopes]).not.toContain('organization')
  })

  it('takes addresses from the environment as Keycloak does', () => {
    const set = readRealm({ NDL_PORTAL_URL: 'https://library.example', NDL_GATEWAY_URL: '' })
    const portal = set.clients.find(({ clientId }) => clientId === 'ndl-portal')
    expect(portal?.redirectUris).toEqual([
      'https://library.example/auth/callback',
      'https://library.example/auth/silent',
    ])
    expect(portal?.attributes?.['backchannel.logout.url']).toBe(
      'http://localhost:8080/auth/backchannel-logout',
    )
  })

  it('admits names of cards as they are stored, and nothing that looks like one', () => {
    const username = profileOf(realm).get('username')
    if (!username) throw new Error('the profile has no username')
    expect(['sh-xuhui/10001', 'national-admin'].every((name) => admits(username, name))).toBe(true)
    for (const name of [
      'SH-XUHUI/1',
      'sh-xuhui/',
      'sh xuhui/1',
      'ѕh-xuhui/1',
      'a/b/c',
      '１２３/1',
      'x'.repeat(90),
    ])
      expect(admits(username, name)).toBe(false)
  })
})

it('lets nobody but an administrator see or change whose activation made an account', () => {
  expect(profileOf(realm).get('card_activation')?.permissions).toEqual({ view: ['admin'], edit: ['admin'] })
})

it('lets nobody but an administrator change the name of an account', () => {
  expect(realm.editUsernameAllowed).toBe(true)
  expect(profileOf(realm).get('username')?.permissions.edit).toEqual(['admin'])
})

describe('reading', () => {
  it('leaves the message keys of Keycloak as they are', () => {
    expect(expand('${role_default-roles} ${A:b} ${A:c:d}', {})).toBe('${role_default-roles} b c:d')
  })

  it('refuses a placeholder without a value', () => {
    expect(() => expand(['${NDL_UNSET}'], {})).toThrow(/NDL_UNSET/)
  })

  it.each([
    ['an unknown field', (c) => (c.smtpServer = {})],
    ['an unknown field of a client', (c) => (portalOf(c).secret = 'x')],
    ['open registration', (c) => (c.registrationAllowed = true)],
    ['a wildcard', (c) => portalOf(c).redirectUris.push('https://library.example/*')],
    [
      'a clear text address elsewhere',
      (c) => portalOf(c).redirectUris.push('http://library.example/auth/callback'),
    ],
    ['a fragment', (c) => portalOf(c).redirectUris.push('https://library.example/a#b')],
    [
      'a foreign sign-out pattern',
      (c) => (portalOf(c).attributes['post.logout.redirect.uris'] = 'https://a.example/*'),
    ],
    [
      'a foreign back channel',
      (c) => (portalOf(c).attributes['backchannel.logout.url'] = 'http://10.0.0.1/'),
    ],
    ['full scope', (c) => (portalOf(c).fullScopeAllowed = true)],
    ['a client without PKCE', (c) => delete portalOf(c).attributes['pkce.code.challenge.method']],
    ['a confidential client in a browser', (c) => (portalOf(c).publicClient = false)],
    ['direct grants', (c) => (portalOf(c).directAccessGrantsEnabled = true)],
    ['an origin with a path', (c) => (portalOf(c).webOrigins = ['https://library.example/a'])],
    ['a scope nobody declares', (c) => portalOf(c).defaultClientScopes.push('nothing')],
    ['a person', (c) => c.users.push({ username: 'a', enabled: true, credentials: [] })],
    ['an organization', (c) => (c.organizations = [])],
    [
      'a permission for everybody',
      (c) => (permissionsIn(c)[1].config.applyPolicies = '["nobody said this"]'),
    ],
    ['a permission that is no list', (c) => (permissionsIn(c)[1].config.scopes = 'manage')],
    ['a flow nobody declares', (c) => (c.browserFlow = 'nothing')],
  ] as [string, (content: ReturnType<typeof fresh>) => void][])('refuses %s', (_, change) => {
    expect(changed(change)).toThrow(BadRealm)
  })
})
