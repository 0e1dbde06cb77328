// What the account takes of the process that runs it. Types only.
import type { PersonalValue } from '@shuxiang/subgraph-kit/module'

/** A child's card, as the guardian who proved it sees it. */
export interface ProvedCard {
  /** `<library code>/<card>`. */
  readonly username: string
  readonly holder: string
  /** Subject of the account that it opened; null while none is open. */
  readonly account: string | null
  /** Under 14 still. */
  readonly isChild: boolean
}

export interface ChildCards {
  /** Notes the guardian with a card, and spends its code where it has an account. May be repeated by the same guardian. */
  claim(proof: {
    readonly library: string
    readonly card: string
    readonly code: string
    readonly guardian: string
  }): Promise<ProvedCard | 'refused' | 'no-child' | 'too-many'>
  /** Those that the guardian proved and that are the same person's still. */
  claimedBy(guardian: string, usernames: readonly string[]): Promise<readonly ProvedCard[]>
  letGo(guardian: string, username: string): Promise<void>
}

export interface AccountPorts {
  readonly cards: ChildCards
  /** What is kept of a person by all subgraphs that are installed, and by the identity provider. */
  readonly everythingOf: (subject: string) => Promise<Readonly<Record<string, PersonalValue>>>
  /** Rejects when the identity provider does not answer. */
  readonly isStaff: (subject: string) => Promise<boolean>
  readonly sessions: {
    /** Rejects when the provider does not answer. */
    of(subject: string): Promise<readonly ProviderSession[]>
    /** Its tokens are refused from then on. One that has ended already is as it was wanted. Rejects as above. */
    end(id: string): Promise<void>
  }
  /** Cards that opened the account or were added to it. */
  readonly cardsOf: (subject: string) => Promise<readonly AttachedCard[]>
  /** Null without a provider. */
  readonly accountPages: {
    readonly account: string
    readonly card: string
    readonly activate: string
  } | null
}

/** Where somebody is signed in, as the provider has it. */
export interface ProviderSession {
  /** `sid` of its tokens. */
  readonly id: string
  readonly startedAt: Date
  readonly lastAt: Date
}

export interface AttachedCard {
  /** `<library code>/<card>`. */
  readonly username: string
  readonly blocked: boolean
}
