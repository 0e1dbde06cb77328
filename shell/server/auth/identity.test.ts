/** A provider below a path, as a Keycloak behind others is. */
import { expect, test } from 'vitest'
import { accountPage, identitySettings, signingIn } from './identity.ts'

const provider = { url: 'https://id.library.example/auth', realm: 'ndl' }

test('the policy names its origin, everything else its whole address', () => {
  expect(signingIn(provider, 'https://library.example')).toEqual({
    provider: 'https://id.library.example',
    silent: 'https://library.example/auth/silent',
  })
  expect(identitySettings(provider).url).toBe('https://id.library.example/auth')
  expect(accountPage(provider)).toBe('https://id.library.example/auth/realms/ndl/account')
})
