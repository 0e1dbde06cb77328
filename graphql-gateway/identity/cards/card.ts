// A library's card as the registry has it, and what may be done with cards.
import type { AgeBand } from '@shuxiang/permissions'

/** `waiting` for its reader; `activating` while an account is being opened, which may be taken up again; `active`. */
export type CardState = 'waiting' | 'activating' | 'active' | 'blocked'

export interface Card {
  /** `<library code>/<card>`, as the reader signs in. */
  readonly username: string
  readonly library: string
  /** Name of the holder as it is shown to them. */
  readonly holder: string
  readonly ageBand: AgeBand
  readonly state: CardState
  /** The account that it leads to; null while it has none. */
  readonly account: string | null
  /** An activation code is out, and valid. */
  readonly hasCode: boolean
}

/** What a library says of a line that names another holder than the card has: a name corrected, or another person. */
export const holderAnswers = ['same-person', 'new-holder'] as const
export type HolderAnswer = (typeof holderAnswers)[number]

/** One line of a library's list. */
export interface CardRow {
  readonly library: string
  readonly card: string
  readonly holder: string
  readonly ageBand: string
  /**
   * A code that the library chose and has told its reader; without one, codes are issued. Ten signs, or twelve digits;
   * not the card number.
   */
  readonly code?: string
  /** The answer to the question that `check` put about this line; without one such a line is not taken. */
  readonly holderIs?: HolderAnswer
}

/** Why a line is not taken. */
export type RowFault =
  | 'library'
  | 'card'
  | 'holder'
  | 'age-band'
  | 'code'
  | 'twice'
  /** The identity provider gives no answer now: sent again, the line goes on where it stopped. */
  | 'provider-away'

/** The line names somebody else than the card has: it is left out until it comes with `holderIs`. */
export interface HolderQuestion {
  readonly asks: 'holder'
  /** Who the card belongs to now. */
  readonly known: { readonly holder: string; readonly ageBand: AgeBand }
}

/**
 * What becomes of a line; the same list says it before (`check`) and after (`put`). `handed-on`: the card was taken from
 * the account that had it, whose sessions ended and which stays otherwise, and waits for its new holder.
 */
export type RowOutcome =
  'new' | 'changed' | 'same' | 'handed-on' | HolderQuestion | { readonly fault: RowFault }

/** Proof that somebody holds a card. */
export interface CardProof {
  readonly library: string
  /** As typed. */
  readonly card: string
  /** As typed. */
  readonly code: string
  /** Network address of who asks. */
  readonly address: string
}

/** The code was right and is not spent: the provider gives no answer now, or its rules refuse the password. */
export type NotOpened = 'away' | 'password-refused'

/** The code was right and is not spent: the card is a child's without an account, and no guardian looks after it yet. */
export type NeedsGuardian = 'needs-guardian'

export interface CardAnswer {
  readonly account: string
  readonly username: string
  /** Said again of what was done up to two minutes before: it proves nothing of now, and signs nobody in. */
  readonly again?: true
}

/** Registry of cards. Codes are kept as keyed digests and shown once, to the library. */
export interface Cards {
  find(username: string): Promise<Card | null>
  /** Those of an account, in the order of names. */
  ofAccount(account: string): Promise<readonly Card[]>
  /** What `put` would do, line by line; changes nothing. */
  check(rows: readonly CardRow[]): Promise<readonly RowOutcome[]>
  /** Adds and updates cards of a library's list, line by line; faulty lines and unanswered ones are left out. May be repeated. */
  put(rows: readonly CardRow[]): Promise<readonly RowOutcome[]>
  /** A new code, which takes the place of an earlier one; for a card in use it lets its reader set a new password. null: there is no such card, or it is blocked. */
  issueCode(username: string): Promise<string | null>
  /** No code of a blocked card is accepted until one is issued after `unblock`. */
  block(username: string): Promise<boolean>
  unblock(username: string): Promise<boolean>
  /**
   * Opens the account of a card, or sets a new password where the card opened one before. One answer for an unknown
   * card, a wrong, used or expired code, and too many tries. A call that was cut short may be repeated with the code. Of
   * several at once with different passwords one is done; with the same password all are told what came of it.
   */
  activate(
    proof: CardProof & { readonly password: string },
  ): Promise<CardAnswer | 'refused' | NotOpened | NeedsGuardian>
  /** Adds a card without an account to the account of somebody who is signed in. Refuses as `activate` does, and always where an account has one name only. */
  attach(proof: CardProof & { readonly account: string }): Promise<CardAnswer | 'refused'>
}

/** Where accounts are: the embedded provider's people, or a Keycloak. */
export interface CardAccounts {
  /** `away`: the provider gives no answer now. */
  has(account: string): Promise<boolean | 'away'>
  /**
   * Opens an account, or finds the one that an earlier call opened for this card, and sets its password. `reserved` is
   * the id that the account should get; a provider that chooses ids itself notes it with the account, and gives its own,
   * which is `reserved` at the next call. `taken`: the name belongs to somebody else, or the account is switched off.
   */
  open(account: {
    readonly reserved: string
    readonly username: string
    readonly password: string
    readonly attributes: Readonly<Record<'display_name' | 'home_library' | 'age_band', string>>
  }): Promise<{ readonly account: string } | 'taken' | NotOpened>
  /**
   * The card is somebody else's from now on. The account loses its name and all its sessions, and with its last card what
   * a card gives; otherwise it stays. May be repeated.
   */
  release(card: { readonly account: string; readonly username: string }): Promise<'released' | 'away'>
  /** Lets a further card lead to an account; null where an account has one name only. */
  readonly addName: ((account: string, username: string) => Promise<'added' | 'taken' | 'missing'>) | null
}
