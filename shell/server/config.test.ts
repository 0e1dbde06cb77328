import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const read = (set: Readonly<Record<string, string>>) =>
  readConfig({ GATEWAY_SOCKET: '/s', ...set }, '/product')
const production = {
  SHUXIANG_MODE: 'production',
  PUBLIC_ORIGIN: 'https://library.example',
  KEYCLOAK_URL: 'https://id.example',
}

it('in development the console stands on the portal, unless it is given an origin', () => {
  expect(read({}).consoleOrigin).toBeNull()
  expect(read({ NDL_CONSOLE_URL: 'http://localhost:8080/console' }).consoleOrigin).toBeNull()
  expect(read({ NDL_CONSOLE_URL: 'http://console.localhost:8080' }).consoleOrigin).toBe(
    'http://console.localhost:8080',
  )
})

it.each([
  ['no origin of its own', {}],
  ['the portal’s', { NDL_CONSOLE_URL: 'https://library.example/console' }],
  ['nothing', { NDL_CONSOLE_URL: '' }],
])('production refuses a console with %s, and names the variable', (_, set) => {
  expect(() => read({ ...production, ...set })).toThrow('NDL_CONSOLE_URL')
})

it('production takes a console of its own, or the word of who knows what they do', () => {
  expect(read({ ...production, NDL_CONSOLE_URL: 'https://console.library.example/' }).consoleOrigin).toBe(
    'https://console.library.example',
  )
  expect(read({ ...production, CONSOLE_ON_PORTAL: 'allow' }).consoleOrigin).toBeNull()
  expect(() => read({ ...production, CONSOLE_ON_PORTAL: 'yes' })).toThrow('CONSOLE_ON_PORTAL')
})

it('production in which nobody can sign in needs none', () => {
  expect(read({ ...production, KEYCLOAK_URL: '' }).consoleOrigin).toBeNull()
})

it.each([
  ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://x.example', CONTENT_ORIGIN: 'https://x.example/' }],
  ['SITES_ORIGIN', { SITES_ORIGIN: 'https://x.example', CONTENT_ORIGIN: 'https://x.example' }],
  ['nothing', { CONTENT_ORIGIN: 'http://localhost:8080' }],
])('content of others is not on the origin of the portal or of sites, named by %s', (_, set) => {
  expect(() => read(set)).toThrow('CONTENT_ORIGIN')
})

it('content of others has a port of its own where one is named', () => {
  const content = { CONTENT_ORIGIN: 'http://127.0.0.1:8082' }
  expect(read(content)).toMatchObject({ contentOrigin: 'http://127.0.0.1:8082', contentPort: null })
  expect(read({ ...content, CONTENT_PORT: '8082' }).contentPort).toBe(8082)
  expect(() => read({ ...content, CONTENT_PORT: 'x' })).toThrow('CONTENT_PORT')
})

it('content of others is not on the console’s origin', () => {
  const both = { NDL_CONSOLE_URL: 'https://x.example', CONTENT_ORIGIN: 'https://x.example' }
  expect(() => read(both)).toThrow('CONTENT_ORIGIN')
})
