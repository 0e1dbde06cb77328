// What the operations take of the process that runs them. Types only.
import type { AuditReader } from '@shuxiang/audit/contract'
import type { CardRegistry } from './cards/ports.ts'

/** An account to which a role can be given. */
export interface FoundAccount {
  /** `sub` of its tokens. */
  readonly subject: string
  /** The name under which the account was opened. */
  readonly username: string
  /** A device for one-time codes is enrolled. */
  readonly hasDevice: boolean
}

/** The accounts of the identity provider, whichever it is. */
export interface StaffAccounts {
  /** Null when there is none, or it is switched off. Rejects when the provider does not answer. */
  find(username: string): Promise<FoundAccount | null>
}

export interface OperationsPorts {
  readonly staffAccounts: StaffAccounts
  /** Whether there is a library with this id. */
  readonly isLibrary: (id: string) => Promise<boolean>
  /** Cards of all libraries. */
  readonly cards: CardRegistry
  readonly audit: () => Promise<AuditReader>
}
