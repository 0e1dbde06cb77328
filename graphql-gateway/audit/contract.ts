// What the audit log takes and tells. Types only: subgraphs know this and nothing of how it is kept.
import type { AuditAction } from './actions.ts'

export type { AuditAction } from './actions.ts'

/** What somebody did, or was refused. Ids only: no names, card numbers, or anything else that is personal by itself. */
export interface AuditEntry {
  /** `sub` of who acts, or the name of a part of the product, such as `provisioner`. */
  readonly actor: string
  /** `azp` of the client through which; null for a part of the product. */
  readonly client: string | null
  /** An action of the permissions, or one of `actions.ts`. */
  readonly action: AuditAction
  readonly outcome: 'done' | 'refused'
  /** Why it was refused, or the reason that who acts has given. */
  readonly reason: string | null
  /** Id of the library that it concerns. */
  readonly library: string | null
  /** What it was done to, as `kind:id`. */
  readonly object: string | null
  readonly requestId: string
  /** Flat facts, such as what a value was before. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** Where entries go. Rejects when the entry is not in the store: what cannot be noted must not be done. */
export interface AuditPort {
  record(entry: AuditEntry): Promise<void>
}

/** Where entries are read. Who may read which is decided by who asks this. */
export interface AuditReader {
  /** Newest first. */
  entries(query: AuditQuery): Promise<readonly KeptEntry[]>
}

/** An entry as it is kept, by whatever release: of its action only the form is known. */
export interface KeptEntry extends Omit<AuditEntry, 'action'> {
  readonly action: string
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Date
}

/** Which entries, newest first. */
export interface AuditQuery {
  readonly library?: string
  /** By one of these; at most 100. */
  readonly actors?: readonly string[]
  readonly action?: string
  readonly from?: Date
  /** Not included. */
  readonly until?: Date
  /** Only entries with smaller numbers. */
  readonly before?: number
  /** At most 200. */
  readonly limit: number
}
