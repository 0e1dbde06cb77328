// What the protocol asks of its surroundings, and what it offers to the pages.
import type { IncomingMessage } from 'node:http'
import type { People } from '../people/index.ts'
import type { RealmClient } from '../realm/index.ts'

/** A page as it is sent; `headers` hold its policy. */
export interface Page {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/** Pages that the protocol itself shows. They are pure: nothing is asked to draw them. */
export interface ProtocolPages {
  /** Asks whether somebody really wants to sign out. The form posts `fields` to `action`. */
  signOut(
    request: IncomingMessage,
    form: { readonly action: string; readonly fields: Readonly<Record<string, string>> },
  ): Page
  signedOut(request: IncomingMessage): Page
  /** `code` is the error of OAuth, such as `invalid_request`, or `expired`. */
  error(request: IncomingMessage, problem: { readonly code: string; readonly status: number }): Page
}

/** What the protocol asks about people. */
export type Accounts = Pick<People, 'find'>

/** Clients of the realm: those of the file and those made since. */
export interface Clients {
  find(clientId: string): Promise<RealmClient | null>
}

export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Paths below the realm's, as Keycloak has them. */
export const paths = {
  protocol: '/protocol/openid-connect',
  authorization: '/protocol/openid-connect/auth',
  token: '/protocol/openid-connect/token',
  introspection: '/protocol/openid-connect/token/introspect',
  userinfo: '/protocol/openid-connect/userinfo',
  keys: '/protocol/openid-connect/certs',
  signOut: '/protocol/openid-connect/logout',
  revocation: '/protocol/openid-connect/revoke',
  registration: '/protocol/openid-connect/registrations',
  cookieStep1: '/protocol/openid-connect/3p-cookies/step1.html',
  cookieStep2: '/protocol/openid-connect/3p-cookies/step2.html',
  sessionFrame: '/protocol/openid-connect/login-status-iframe.html',
  sessionFrameInit: '/protocol/openid-connect/login-status-iframe.html/init',
  signIn: '/login-actions/authenticate',
  activate: '/login-actions/activate',
} as const
