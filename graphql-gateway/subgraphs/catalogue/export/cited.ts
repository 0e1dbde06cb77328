// What a citation or an export tells of: a record of any kind, or one chapter of it.
import type { Kind, RecordContent } from '@shuxiang/record'
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'

export type CitedRecord = RecordContent & { readonly updatedAt: Date }
export type CitedChapter = RecordContent['contents'][number]

/** What is cited and from where. */
export interface Cited {
  readonly record: CitedRecord
  /** The record's kind, from whichever package. */
  readonly kind: Kind
  /** The chapter that is cited; null for the whole work. */
  readonly chapter: CitedChapter | null
  /** `https://…` of the portal; empty when unknown. */
  readonly origin: string
  /** Day on which the reader consulted it, YYYY-MM-DD; null when no reader is there. */
  readonly accessed: string | null
}

/** Absolute address of what is cited; null when the installation gave no origin. */
export function addressOf({ record, chapter, origin }: Cited): string | null {
  if (origin === '') return null
  return `${origin}${chapter ? chapterAddress(record.id, chapter.n) : recordAddress(record.id)}`
}
