// What a source of records is to an import: a stream of changes, with tokens of its own to go on from.
import type { CollectionContent, PersonContent } from './authority.ts'
import type { RecordInput } from './beside.ts'

/** `first` is the part that a new installation begins with, `all` is everything the source has. */
export type Scope = 'first' | 'all'

/** One record before it is made: what is skipped is never made. */
export interface Entry {
  make(): PutContent
}

/** A record that is there, new or changed, with what it names. */
export interface Put extends Entry {
  readonly type: 'put'
}

export interface PutContent {
  readonly input: RecordInput
  readonly persons: readonly PersonContent[]
  /** Collections that the source did not know of when it was opened. */
  readonly collections?: readonly CollectionContent[]
  /** What was set right in the raw data, by kind; an import counts it. Kinds have no full stop. */
  readonly mendings?: readonly string[]
}

/** A record that the source has no longer: it is withdrawn, and its page gives the reason. */
export interface Remove {
  readonly type: 'remove'
  readonly id: string
  /** Readers see it. */
  readonly reason: string
}

/** Everything before it is told: an import that ends early goes on from here. */
export interface Checkpoint {
  readonly type: 'checkpoint'
  /** Of the source's own making; at most `tokenLength` characters. */
  readonly token: string
}

export type Change = Put | Remove | Checkpoint

/** Characters that a token may have. */
export const tokenLength = 4096

/** From where changes are asked. */
export interface ChangesRequest {
  readonly scope: Scope
  /** The last token of the last whole run: what changed since then is enough. Null: everything. */
  readonly since: string | null
  /** A token of this run, with the same `since`: only what comes after it. Null: from the beginning. */
  readonly resume: string | null
  readonly signal: AbortSignal
}

/** A source. It reads as it goes and never holds everything. */
export interface Source {
  /** Short name, as in `npm run import -- <name>`. */
  readonly name: string
  /** Raised when the same data is read in another way: a store that was filled before takes the new reading over. */
  readonly reading: number
  readonly collections: readonly CollectionContent[]
  /** About how many changes there are; the exact number is known at the end. 0 where the source does not say. */
  count(request: Omit<ChangesRequest, 'resume'>): Promise<number>
  /**
   * The changes, in an order that stays the same, a checkpoint now and then and one at the end. A source that cannot
   * tell what changed takes no notice of `since`: what is stored already is not written again.
   * Errors: `TokenUnknown` for a token that it does not know any more; the import then begins anew.
   */
  changes(request: ChangesRequest): AsyncIterable<Change>
}

/** A source does not know a token any more, as when it was filled anew or the token has expired. */
export class TokenUnknown extends Error {
  override readonly name = 'TokenUnknown'
}

/** A source as the product installs it: its name, and the way to it. Nothing of it is loaded before. */
export interface SourceModule {
  /** Short name, as in `npm run import -- <name>`. */
  readonly name: string
  open(options: SourceOptions): Promise<Source>
}

/** What an installation may ask of its sources. */
export interface SourceOptions {
  /** Records of the first part; the source's own number when absent. */
  readonly firstPart?: number
}
