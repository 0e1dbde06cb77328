// What a person's account is to the rest of the product.
import type { GlobalRole } from '@shuxiang/permissions'

/** What an account has to do at its next sign-in, in Keycloak's words. */
export const requiredActions = ['UPDATE_PASSWORD', 'CONFIGURE_TOTP'] as const
export type RequiredAction = (typeof requiredActions)[number]

/** Names of attributes, as the realm's user profile has them. */
export const attributeNames = ['display_name', 'home_library', 'age_band', 'card_activation'] as const
export type Attributes = Readonly<Record<(typeof attributeNames)[number], string | undefined>>

export interface Account {
  /** Lasting subject of tokens; never used again for somebody else. */
  readonly id: string
  /** `<library code>/<card>` in lower case: the card with which the account was opened, or the next while it has one; else the id. */
  readonly username: string
  /** All names that lead to the account: the first, and cards that were added by proof. */
  readonly names: readonly string[]
  readonly enabled: boolean
  readonly roles: readonly GlobalRole[]
  readonly attributes: Attributes
  readonly requiredActions: readonly RequiredAction[]
  /** A device for one-time codes is enrolled. */
  readonly hasDevice: boolean
  readonly createdAt: Date
}

export interface NewAccount {
  /** Chosen by who makes the account, where making it must be repeatable; else drawn. */
  readonly id?: string
  readonly username: string
  readonly enabled?: boolean
  readonly roles?: readonly GlobalRole[]
  readonly attributes?: Partial<Attributes>
  readonly requiredActions?: readonly RequiredAction[]
  readonly password?: string
}

/** What may be changed of an account; names only by `addName` and `removeName`. */
export interface AccountChange {
  readonly enabled?: boolean
  readonly roles?: readonly GlobalRole[]
  readonly attributes?: Partial<Attributes>
  readonly requiredActions?: readonly RequiredAction[]
}

/** Accounts and their proofs. Names are folded (`foldName`) wherever one is given. */
export interface People {
  find(id: string): Promise<Account | null>
  findByUsername(username: string): Promise<Account | null>
  /** In the order of usernames, those after a username first; the way to walk through all. */
  page(options: {
    readonly first: number
    readonly after: string | null
    readonly startsWith?: string
  }): Promise<readonly Account[]>
  /**
   * One answer and one cost, a single derivation of the key, for a wrong password, an unknown name, a disabled account
   * and a name that is locked. To an address that is locked the same answer, at once.
   */
  checkPassword(username: string, password: string, address: string): Promise<Account | 'refused'>
  /** A code that was accepted once is refused from then on (RFC 6238, 5.2), and so is every older one. */
  checkCode(id: string, code: string, address: string): Promise<boolean>
  /** Temporary: the person has to set another at the next sign-in. False where there is no such account. */
  setPassword(id: string, password: string, options?: { readonly temporary?: boolean }): Promise<boolean>
  /** Takes the place of an earlier device. False where the code does not fit the secret (Base32). */
  enrolDevice(id: string, secret: string, code: string): Promise<boolean>
  removeDevice(id: string): Promise<boolean>
  /** `taken` where a name or the id belongs to an account already. Errors: `TypeError` for a name of another shape. */
  create(account: NewAccount): Promise<Account | 'taken'>
  update(id: string, change: AccountChange): Promise<Account | null>
  /** A further name of an account; `taken` where another account has it, or the account has as many as it may. */
  addName(id: string, username: string): Promise<'added' | 'taken' | 'missing'>
  /**
   * Takes a name from an account; the account that has no other is called by its id, under which nobody signs in, and
   * keeps the roles of `keeping` only. `missing` where the account does not have the name.
   */
  removeName(
    id: string,
    username: string,
    options: { readonly keeping: (role: GlobalRole) => boolean },
  ): Promise<'removed' | 'missing'>
  remove(id: string): Promise<boolean>
}
