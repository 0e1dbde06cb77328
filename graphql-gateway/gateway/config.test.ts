// Configuration: what is understood, and the sentence for what is not.
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs only a place to listen', () => {
    const config = readConfig({ GATEWAY_SOCKET: '/tmp/g.sock' })
    expect(config).toMatchObject({ mode: 'development', mongoUri: null, listen: { socket: '/tmp/g.sock' } })
    expect(config.operationsDir).toMatch(/\.build\/releases$/)
  })

  it('takes empty variables for unset ones', () => {
    expect(readConfig({ GATEWAY_PORT: '0', MONGODB_URI: '', LOG_LEVEL: '' })).toMatchObject({
      listen: { port: 0 },
      mongoUri: null,
    })
  })

  it('reads the addresses of remote subgraphs', () => {
    const set = {
      GATEWAY_PORT: '0',
      SUBGRAPH_SECRET_FILE: '/s',
      SUBGRAPH_READING_ROOM_URL: 'http://h:1/graphql',
    }
    expect([...readConfig(set).remote]).toEqual([['reading-room', 'http://h:1/graphql']])
  })

  it('sends no secret in clear text', () =>
    expect(() =>
      readConfig({
        GATEWAY_PORT: '0',
        KEYCLOAK_URL: 'https://id.example',
        IDENTITY_ADMIN_URL: 'http://keycloak:8080',
      }),
    ).toThrow('IDENTITY_ADMIN_URL cannot be used'))

  it('knows where the secret is by which accounts are found', () => {
    const secretOf = (set: Record<string, string>) =>
      readConfig({ GATEWAY_PORT: '0', DATA_DIR: '/d', ...set }).identity?.provisionerSecretFile
    const embedded = { IDENTITY_ORIGIN: 'http://localhost:8081' }
    const keycloak = { KEYCLOAK_URL: 'https://id.example' }
    expect(secretOf(embedded)).toBe('/d/identity/provisioner.secret')
    expect(secretOf(keycloak)).toBeNull()
    expect(secretOf({ ...keycloak, KEYCLOAK_PROVISIONER_SECRET_FILE: '/s' })).toBe('/s')
  })

  it.each([
    [{}, null],
    [{ IDENTITY_ORIGIN: 'http://localhost:8081' }, 'http://localhost:8081/realms/ndl'],
    [{ IDENTITY_ORIGIN: 'http://localhost:8081/' }, 'http://localhost:8081/realms/ndl'],
    [
      { IDENTITY_ORIGIN: 'http://localhost:8081', KEYCLOAK_URL: 'https://id.example/auth' },
      'https://id.example/auth/realms/ndl',
    ],
  ])('knows the provider by %j', (set, issuer) => {
    const { identity } = readConfig({ GATEWAY_PORT: '0', ...set })
    const base = issuer?.slice(0, -'/realms/ndl'.length)
    if (issuer === null) expect(identity).toBeNull()
    else
      expect(identity).toMatchObject({
        issuer,
        keysUrl: `${issuer}/protocol/openid-connect/certs`,
        adminOrigin: base,
      })
  })

  it('reads the keys where it is told, and the issuer stays what browsers know', () => {
    const set = { KEYCLOAK_URL: 'https://id.example', IDENTITY_KEYS_URL: 'https://keycloak:8443/certs' }
    expect(readConfig({ GATEWAY_PORT: '0', ...set }).identity).toMatchObject({
      issuer: 'https://id.example/realms/ndl',
      keysUrl: 'https://keycloak:8443/certs',
    })
    const here = { ...set, IDENTITY_KEYS_URL: 'http://127.0.0.1:8090/certs' }
    expect(readConfig({ GATEWAY_PORT: '0', ...here }).identity).toMatchObject({
      keysUrl: 'http://127.0.0.1:8090/certs',
    })
  })

  it.each([
    ['GATEWAY_SOCKET', {}],
    ['GATEWAY_SOCKET', { GATEWAY_SOCKET: '/s', GATEWAY_PORT: '1' }],
    ['GATEWAY_PORT', { GATEWAY_PORT: '70000' }],
    ['MONGODB_URI', { GATEWAY_PORT: '0', MONGODB_URI: 'http://x' }],
    ['SHUXIANG_MODE', { GATEWAY_PORT: '0', SHUXIANG_MODE: 'staging' }],
    ['LOG_LEVEL', { GATEWAY_PORT: '0', LOG_LEVEL: 'loud' }],
    ['PUBLIC_ORIGIN', { GATEWAY_PORT: '0', PUBLIC_ORIGIN: 'javascript:alert(1)' }],
    ['OPENSEARCH_URL', { GATEWAY_PORT: '0', OPENSEARCH_URL: 'http://x' }],
    ['SUBGRAPH_SECRET_FILE', { GATEWAY_PORT: '0', SUBGRAPH_SITES_URL: 'http://127.0.0.1:1/graphql' }],
    ['IDENTITY_ORIGIN', { GATEWAY_PORT: '0', IDENTITY_ORIGIN: 'localhost:8081' }],
    ['IDENTITY_ORIGIN', { GATEWAY_PORT: '0', IDENTITY_ORIGIN: 'http://localhost.evil.example' }],
    ['IDENTITY_ORIGIN', { GATEWAY_PORT: '0', IDENTITY_ORIGIN: 'https://user@id.example' }],
    ['KEYCLOAK_URL', { GATEWAY_PORT: '0', KEYCLOAK_URL: 'http://id.example' }],
    ['KEYCLOAK_URL', { GATEWAY_PORT: '0', KEYCLOAK_URL: 'https://id.example/?realm=x' }],
    ['IDENTITY_KEYS_URL', { GATEWAY_PORT: '0', IDENTITY_KEYS_URL: 'https://keycloak:8443/certs' }],
    ...[
      'http://keycloak:8080/certs',
      'http://127.0.0.1.evil.example/certs',
      'http://127.1@evil.example/',
    ].map((url): [string, Record<string, string>] => [
      'IDENTITY_KEYS_URL',
      { GATEWAY_PORT: '0', KEYCLOAK_URL: 'https://id.example', IDENTITY_KEYS_URL: url },
    ]),
    ['SUBGRAPH_SITES_URL', { GATEWAY_PORT: '0', SUBGRAPH_SITES_URL: 'file:///etc/passwd' }],
  ])('names %s when it is wrong', (variable, set) => {
    expect(() => readConfig(set)).toThrow(variable)
  })
})
