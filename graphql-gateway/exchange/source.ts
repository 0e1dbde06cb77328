// What a source of records is to an import.
import type { CollectionContent, PersonContent, RecordInput } from '@shuxiang/subgraph-catalogue/content'

/** `first` is the part that a new installation begins with, `all` is everything the source has. */
export type Scope = 'first' | 'all'

/** One record before it is made: an import that resumes skips entries without making them. */
export interface Entry {
  make(): {
    readonly input: RecordInput
    readonly persons: readonly PersonContent[]
    /** What was set right in the raw data, by kind; an import counts it. Kinds have no full stop. */
    readonly mendings?: readonly string[]
  }
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

/**
 * A source. `entries` gives the same entries in the same order every time, so that a place in it can be kept as the
 * place to resume from; it reads as it goes and never holds everything.
 */
export interface Source {
  /** Short name, as in `npm run import -- <name>`. */
  readonly name: string
  /** Raised when the same data is read in another way: a store that was filled before takes the new reading over. */
  readonly reading: number
  readonly collections: readonly CollectionContent[]
  /** About how many entries there are; the exact number is known at the end. */
  count(scope: Scope, signal: AbortSignal): Promise<number>
  entries(scope: Scope, signal: AbortSignal): AsyncIterable<Entry>
}
