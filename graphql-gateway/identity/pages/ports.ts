// What the pages ask of the provider behind them, and of the process around them.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Account, Attributes, People, RequiredAction } from '../people/index.ts'

/** An account as the provider names it. */
export interface KnownAccount {
  readonly id: string
  readonly username: string
  readonly attributes: Attributes
  readonly requiredActions: readonly RequiredAction[]
  readonly hasDevice: boolean
}

/** A client of the realm, as far as pages say where somebody comes from. */
export interface WaitingClient {
  readonly clientId: string
  readonly redirectUris?: readonly string[] | undefined
}

/** A sign-in under way, and what is asked next. */
export interface SignIn {
  readonly uid: string
  readonly step: 'password' | 'code' | 'no-device'
  /** Who is signed in already. */
  readonly account: KnownAccount | null
  /** Whose password was right, and who has something to do before being let in. */
  readonly passed: KnownAccount | null
  readonly client: WaitingClient
  readonly hint: string
  readonly locale: string
}

export interface SignIns {
  find(request: IncomingMessage, response: ServerResponse): Promise<SignIn | null>
  pass(request: IncomingMessage, response: ServerResponse, accountId: string): Promise<void>
  finish(
    request: IncomingMessage,
    response: ServerResponse,
    result: { readonly accountId: string; readonly remember: boolean },
  ): Promise<void>
  cancel(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** What a provider of ours has and a Keycloak keeps for itself. */
export interface EmbeddedParts {
  readonly people: People
  readonly signIns: SignIns
  /** Who is signed in in this browser; null: nobody. */
  signedIn(request: IncomingMessage, response: ServerResponse): Promise<Account | null>
  /** Ends every session of an account but the one of this browser. */
  signOutElsewhere(accountId: string, request: IncomingMessage, response: ServerResponse): Promise<void>
}

export interface Library {
  readonly code: string
  readonly name: string
}

export interface PageLog {
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
