// Searches for which a library's site found nothing: how often by day, and nothing of who asked.
import { clockInChina } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'

export interface MissedDoc {
  /** `<library>:<day>:<text>`. */
  readonly _id: string
  readonly library: string
  /** `YYYY-MM-DD` in China. */
  readonly day: string
  /** As `keptOf` writes it; empty: all that are not kept one by one. */
  readonly text: string
  /** How many moments of the day; of the empty text, how many searches. */
  readonly moments: number
  /** Milliseconds: when the last moment began. */
  readonly last: number
}

export const missedIn = (db: Db) => db.collection<MissedDoc>('missed_searches')

/** The day in China, `daysBefore` of it. */
export const dayOf = (at: number, daysBefore = 0): string =>
  clockInChina(new Date(at - daysBefore * 86_400_000)).slice(0, 10)
