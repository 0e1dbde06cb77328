// What the store keeps of a resource: the record, and its texts, files and holdings in collections of their own.
import type {
  DaySpan,
  FileContent,
  HoldingContent,
  RecordContent,
  TextContent,
  WitnessContent,
} from '@shuxiang/record'

/** A date with the days it may be, so that the store and the index compare it. */
export type DatedDoc = RecordContent['dates'][number] & DaySpan

/** What stands beside a record, as it is called in `RecordInput`. */
export type BesideName = 'texts' | 'files' | 'holdings' | 'witnesses'

/** `dirty` and `dirtyAt` stand only until the search index has this revision. */
export interface RecordDoc extends Omit<RecordContent, 'id' | 'dates'> {
  readonly _id: string
  readonly dates: DatedDoc[]
  readonly rev: number
  /** Digest of the content with all that belongs to it: an import of the same content writes nothing. */
  readonly hash: string
  readonly updatedAt: Date
  /** Day in China on which it was first written here, `YYYY-MM-DD`; absent for what was here before that was noted. */
  readonly addedOn?: string
  /** First agent's id, for lists of one person's works in order; absent when unknown. */
  readonly leadAgentId?: string
  readonly collectionId?: string
  /** UTF-16 units of the whole text; 0 for a work in chapters, or without a text. */
  readonly textLength: number
  /** Texts that are here: 1 for a whole text, else the chapters that can be read. */
  readonly textCount: number
  /** Libraries that have it. */
  readonly holdingCount: number
  /** Other texts of the work that are here; absent for none. */
  readonly witnessCount?: number
  /** Digests of what stands beside it, absent for what it has none of: only what changed is written again. */
  readonly beside: { readonly [Collection in BesideName]?: string }
  /** Stands while that is being written or cleared away: a writer that finds it writes all of it again. */
  readonly unsettled?: true
  readonly dirty?: true
  readonly dirtyAt?: Date
  /**
   * `into` names the record that stands in its stead, where it was found to be the same work; `bySource` is set when its
   * source had it no longer.
   */
  readonly withdrawn?: {
    readonly at: Date
    readonly reason: string
    readonly into?: string
    readonly bySource?: true
  }
}

/** Collection `record_texts`; `_id` is the record's for a whole text (`n` 0), `<record>-<n>` for a chapter. */
export interface TextDoc extends TextContent {
  readonly _id: string
  readonly recordId: string
}

/** Collection `record_files`; `_id` is `<record>-<role>-<position>`. */
export interface FileDoc extends FileContent {
  readonly _id: string
  readonly recordId: string
}

/** Collection `holdings`; `_id` is `<record>:<library>`. */
export interface HoldingDoc extends Omit<HoldingContent, 'regions'> {
  readonly _id: string
  readonly recordId: string
  /** The library and the regions that it serves: on their sites the record is found. */
  readonly scopes: readonly string[]
  /** Order among the record's holdings. */
  readonly position: number
}

/** Collection `record_witnesses`; `_id` is `<record>:<witness>`. */
export interface WitnessDoc extends Omit<WitnessContent, 'id'> {
  readonly _id: string
  readonly recordId: string
  readonly witness: string
  /** Order among the record's witnesses. */
  readonly position: number
}

/** `_id` of a text. */
export function textId(recordId: string, n: number): string {
  return n === 0 ? recordId : `${recordId}-${n}`
}

export function fileId(recordId: string, role: string, position: number): string {
  return `${recordId}-${role}-${position}`
}

export function witnessId(recordId: string, witness: string): string {
  return `${recordId}:${witness}`
}

export function holdingId(recordId: string, libraryId: string): string {
  return `${recordId}:${libraryId}`
}
