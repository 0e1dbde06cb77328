// Settings of the identity process, above all where it refuses to serve (S20).
import { expect, it } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

it('serves this machine, beside the portal, when nothing is set', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    origin: 'http://localhost:8081',
    portal: 'http://localhost:8080',
    keycloakUrl: null,
  })
  expect(config.realmVariables['NDL_CONSOLE_URL']).toBe('http://localhost:8080')
})

it.each([
  ['production', { SHUXIANG_MODE: 'production' }, /KEYCLOAK_URL/],
  ['another machine', { IDENTITY_ORIGIN: 'https://id.library.example' }, /this machine only/],
  ['an address of a network', { IDENTITY_ORIGIN: 'http://192.168.0.9:8081' }, /this machine only/],
  [
    'a name that only looks like this machine',
    { IDENTITY_ORIGIN: 'http://localhost.evil.example' },
    /this machine/,
  ],
  ['an origin that is none', { IDENTITY_ORIGIN: 'localhost' }, /IDENTITY_ORIGIN/],
  [
    'a Keycloak in clear text on another machine',
    { KEYCLOAK_URL: 'http://kc.library.example' },
    /KEYCLOAK_URL.*https/,
  ],
  ['a port that is none', { IDENTITY_PORT: '99999' }, /IDENTITY_PORT/],
])('refuses %s', (_, variables, sentence) => {
  expect(() => readConfig(variables)).toThrow(BadConfig)
  expect(() => readConfig(variables)).toThrow(sentence)
})

it('has people to try on this machine only', () => {
  const abroad = { IDENTITY_ORIGIN: 'https://id.library.example', IDENTITY_EMBEDDED: 'allow' }
  expect(readConfig({}).demonstrates).toBe(true)
  expect(readConfig(abroad).demonstrates).toBe(false)
  expect(readConfig({ SHUXIANG_MODE: 'production', IDENTITY_EMBEDDED: 'allow' }).demonstrates).toBe(false)
  const beside = { KEYCLOAK_URL: 'http://localhost:8180' }
  expect(readConfig(beside).demonstrates).toBe(true)
  for (const elsewhere of [
    { KEYCLOAK_URL: 'https://kc.library.example' },
    { ACTIVATION_ORIGIN: 'https://cards.library.example' },
    { SHUXIANG_MODE: 'production' },
  ])
    expect(readConfig({ ...beside, ...elsewhere }).demonstrates).toBe(false)
})

it('serves there when it is told to, and leaves the question to a Keycloak', () => {
  const set = { SHUXIANG_MODE: 'production', IDENTITY_ORIGIN: 'https://id.library.example' }
  expect(readConfig({ ...set, IDENTITY_EMBEDDED: 'allow' }).origin).toBe('https://id.library.example')
  expect(readConfig({ ...set, KEYCLOAK_URL: 'https://kc.library.example/' }).keycloakUrl).toBe(
    'https://kc.library.example',
  )
  const below = readConfig({ ...set, KEYCLOAK_URL: 'https://library.example/auth/' })
  expect(below.keycloakUrl).toBe('https://library.example/auth')
})

it('knows where a Keycloak’s cards are activated, and how to ask that Keycloak', () => {
  const set = { KEYCLOAK_URL: 'https://kc.library.example', IDENTITY_PORT: '9000' }
  expect(readConfig(set)).toMatchObject({
    activationOrigin: 'http://localhost:9000',
    keycloakSecretFile: null,
  })
  const more = {
    ACTIVATION_ORIGIN: 'https://cards.library.example/',
    KEYCLOAK_PROVISIONER_SECRET_FILE: '/run/secrets/provisioner',
    IDENTITY_ADMIN_URL: 'http://localhost:8090/',
  }
  expect(readConfig({ ...set, ...more })).toMatchObject({
    activationOrigin: 'https://cards.library.example',
    keycloakSecretFile: '/run/secrets/provisioner',
    keycloakAdminUrl: 'http://localhost:8090',
  })
  expect(() => readConfig({ ...set, IDENTITY_ADMIN_URL: 'http://keycloak:8080' })).toThrow(
    /IDENTITY_ADMIN_URL.*https/,
  )
})
