/** The identity provider as pages know it. */
import type { IdentitySettings } from '@shuxiang/runtime/page-settings'
import type { PolicyOptions } from '../http/security-headers.ts'
import type { Site } from '../sites/site.ts'

export interface IdentityProvider {
  /** Scheme, host, port and perhaps a path, without a slash at its end; the same for browsers and in tokens. */
  readonly url: string
  readonly realm: string
}

/** Documents of the portal that take part in signing in; the realm file names the same. */
export const AUTH_PATHS = {
  signIn: '/auth/sign-in',
  callback: '/auth/callback',
  silent: '/auth/silent',
  signedOut: '/auth/signed-out',
} as const

/** Where somebody looks after their account. */
export const accountPage = ({ url, realm }: IdentityProvider): string => `${url}/realms/${realm}/account`

/** As whom pages ask: each branch site is a client of its own, which the realm's provisioner makes. */
export function identitySettings(
  provider: IdentityProvider,
  site: Site | null = null,
): Omit<IdentitySettings, 'module'> {
  const reader = site === null ? 'ndl-portal' : `site-${site.code}`
  return { ...provider, clients: { reader, staff: 'ndl-console' } }
}

/** What the content policy of every page gives, because any page may be where somebody signs in. */
export function signingIn({ url }: IdentityProvider, origin: string): PolicyOptions['signingIn'] {
  return { provider: new URL(url).origin, silent: `${origin}${AUTH_PATHS.silent}` }
}
