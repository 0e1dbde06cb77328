// What the store keeps of sessions and of what belongs to them.

/** What is kept. `text` is JSON: its keys are the protocol library's and clients', not the store's. */
export interface Entry {
  readonly _id: string
  readonly kind: string
  readonly text: string
  /** Seconds. Beside the text, so that a session's end moves without being written whole. */
  readonly exp: number
  readonly expiresAt: Date
  readonly consumed: number
  readonly uid: string
  readonly grantId: string
  readonly accountId: string
  /** Keyed digest of the network that began it; empty once somebody has signed in. */
  readonly from: string
  /** When it was begun, in milliseconds; 0 once somebody has signed in. */
  readonly begun: number
}
