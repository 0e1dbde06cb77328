/** Types between the page, the journey of signing in, and whatever knows the provider's protocol. */
import type { Locale, Session } from '@shuxiang/sdk/contract'
import type { IdentitySettings } from '../page-settings.ts'

/** Who signed in, as the provider says; the name and the card are for their owner's eyes. */
export interface Person {
  readonly name: string | null
  /** `<library>/<card>`. */
  readonly username: string | null
  readonly library: string | null
  /** A digest of who it is at the provider. */
  readonly reader: string | null
  readonly staff: boolean
  readonly level: 1 | 2
}

/** No answer of the provider within the time there is for it, or one that is none. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway'
}

/** The provider answers, and says no: a code used twice, a request that is too old. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
  /** By the reader, who went back. */
  readonly cancelled: boolean
  constructor(message: string, cancelled = false) {
    super(message)
    this.cancelled = cancelled
  }
}

/** The protocol of a provider. Tokens stay behind it, but for the one that `token` lends for a request to the gateway. */
export interface AuthPort {
  /**
   * Who is signed in at the provider, asked without leaving the page; null: nobody.
   * @throws ProviderAway
   */
  resume(): Promise<Person | null>
  /**
   * Ends a sign-in at its callback address; null: there is none to end here (forged, used before, or none at all).
   * @throws ProviderAway, SignInRefused
   */
  finish(): Promise<Person | null>
  /** Leaves for the provider; `name`: who is expected there; `again`: asked also when signed in. @throws ProviderAway, in place of a browser's own error page. */
  signIn(options: { readonly level: 1 | 2; readonly again?: true; readonly name?: string }): Promise<never>
  /** Leaves for the provider, to end the session there. @throws ProviderAway; here it has ended all the same. */
  signOut(): Promise<never>
  /**
   * An access token that holds for some seconds more; null when the session has ended. `refused`: this one is not
   * good any more. Asked by many at once it refreshes once.
   * @throws ProviderAway when there is none that holds
   */
  token(refused?: string): Promise<string | null>
  /** Forget all tokens: somebody signed out elsewhere. */
  forget(): void
}

/** Sentences that a page may have to say; their words are templates of the page. */
export type IdentityNotice = 'away' | 'expired' | 'signed-out' | 'sign-out-away'

/** What the page gives to the journey. */
export interface JourneyParts {
  readonly window: Window
  readonly identity: IdentitySettings
  readonly staff: boolean
  readonly origin: string
  readonly locale: Locale
  /** The session has become this. */
  become(session: Session): void
  /** Says a sentence above the page, with a way on if there is one; null takes it away. */
  notice(kind: IdentityNotice | null, retry?: () => void): void
  /** Goes to a path in place of the present address. False: its page must be loaded anew, and everything here ends. */
  go(to: string): boolean
  /** After the arrival under way, or at once: the page stands at this many pixels. */
  scrollTo(top: number): void
}

/** A reader's way into a session and out of it. */
export interface Journey {
  /** Finds a session that this browser had before. Never rejects. */
  resume(): Promise<void>
  /** The callback address: the reader goes back to where they came from, or reads that there was nothing to end. Never rejects. */
  finish(): Promise<void>
  /** `to`: where to come back, when it is not here. Resolves when there is no leaving. */
  signIn(options: { readonly level: 1 | 2; readonly again?: true; readonly to?: string }): Promise<void>
  signOut(): Promise<void>
  /** For one request; null: ask as nobody. Never rejects. */
  token(refused?: string): Promise<string | null>
}

/** The module that is loaded when somebody signs in, or did before. */
export interface AuthModule {
  openJourney(parts: JourneyParts): Journey
}
