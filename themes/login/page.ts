// What each login page shows: data only, written by whoever handles the forms.
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { Mode } from '../theme.ts'
import type { Problem, Trouble } from './words/problems.ts'

/** Fields of the forms, by the names in which they are sent. */
export type FieldName =
  'library' | 'card' | 'password' | 'code' | 'activation' | 'current' | 'previous' | 'chosen' | 'repeat'

/** What is wrong, and with which field; `null` when with no single one. */
export interface Fault {
  readonly field: FieldName | null
  readonly problem: Problem
}

/** Where a form goes and what it carries unseen. */
export interface PageForm {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly faults: readonly Fault[]
}

export interface LibraryName {
  readonly code: string
  readonly name: string
}

/** The library as the reader typed it, and those among which the text leaves a choice. */
export interface LibraryChoice {
  readonly typed: string
  readonly candidates: readonly LibraryName[]
  /** Address of all names as JSON, for a browser with scripts to offer while typing. */
  readonly list: string
}

export interface PageLink {
  readonly href: string
  /** Name of the place; null: the portal. */
  readonly name: string | null
  /** A page of this kind, which has a name of its own. */
  readonly to?: 'sign-in' | 'account'
}

export interface SignInPage {
  readonly page: 'sign-in'
  readonly form: PageForm
  readonly library: LibraryChoice
  readonly card: string
  readonly remember: boolean
  /** Asked again of somebody who is signed in. */
  readonly again: boolean
  /** The site that is waiting; null when it is the portal. */
  readonly site: string | null
  /** The console is waiting: who signs in has an account of their work, and perhaps no card. */
  readonly staff: boolean
  readonly activate: string
}

export interface OneTimeCodePage {
  readonly page: 'one-time-code'
  readonly form: PageForm
  readonly username: string
  readonly back: PageLink | null
}

export interface NewPasswordPage {
  readonly page: 'new-password'
  readonly form: PageForm
  readonly username: string
  /** By the reader's own wish, who then gives the present one too; else because the library asked for a new one. */
  readonly own: boolean
  readonly back: PageLink | null
}

export interface EnrolDevicePage {
  readonly page: 'enrol-device'
  readonly form: PageForm
  readonly username: string
  /** Base32. */
  readonly secret: string
  readonly otpauth: string
  /** Rows of dark and light modules of the code to scan. */
  readonly picture: readonly (readonly boolean[])[]
  readonly own: boolean
  /** There is a device already: its code is asked for too. */
  readonly replaces: boolean
  readonly back: PageLink | null
}

export interface ActivatePage {
  readonly page: 'activate'
  readonly form: PageForm
  /** A card opens an account, or joins the account of somebody who is signed in. */
  readonly purpose: 'open' | 'attach'
  readonly library: LibraryChoice
  readonly card: string
  readonly activation: string
  readonly back: PageLink | null
}

export interface AccountPage {
  readonly page: 'account'
  readonly name: string | null
  readonly cards: readonly { readonly username: string; readonly library: string | null }[]
  readonly hasDevice: boolean
  readonly links: {
    readonly password: string
    readonly device: string
    readonly card: string
    readonly signOut: string
  }
  readonly back: PageLink
}

export interface SignOutPage {
  readonly page: 'sign-out'
  readonly form: PageForm
  /** For those who would rather stay. */
  readonly back: PageLink
}

export interface SignedOutPage {
  readonly page: 'signed-out'
  readonly back: PageLink
}

export interface DonePage {
  readonly page: 'done'
  readonly done: 'activated' | 'attached' | 'password' | 'device'
  readonly username: string
  readonly next: PageLink
}

export interface ErrorPage {
  readonly page: 'error'
  readonly trouble: Trouble
  /** Named to whoever is asked for help. */
  readonly requestId: string
  readonly back: PageLink
  /** What ends the trouble: setting up a device, signing in, or opening an account. */
  readonly remedy?: { readonly does: 'deviceAdd' | 'toSignIn' | 'activate'; readonly href: string }
}

export type LoginPage =
  | SignInPage
  | OneTimeCodePage
  | NewPasswordPage
  | EnrolDevicePage
  | ActivatePage
  | AccountPage
  | SignOutPage
  | SignedOutPage
  | DonePage
  | ErrorPage

/** What stands around every page. */
export interface LoginFrame {
  readonly locale: InterfaceLanguage
  /** null follows the reader's system. */
  readonly mode: Mode | null
  readonly scale: 'normal' | 'large'
  /** Address of the style sheet of `loginFiles`. */
  readonly styles: string
  /** The script of `loginFiles`, which adds comfort and nothing that is needed; null: none. */
  readonly script: { readonly href: string; readonly nonce: string } | null
  /** The portal's own address, behind its mark. */
  readonly portal: string
  /** Address of this page to which `kc_locale=…` is added; null when it cannot be asked for again. */
  readonly here: string | null
}
