/** What a reader may want to read next, made on the device of what they read last. */
import type { Like, LikeOne, Opened } from '@shuxiang/sdk/reading-history'

/** A record, and the one that it is suggested for. */
export interface Suggestion {
  readonly record: Like
  readonly because: Pick<Opened, 'recordId' | 'title' | 'language'>
}

/** The records read last that count: what was read long ago says little of today. */
export const MOST_SEEDS = 5
export const MOST_SUGGESTED = 6
/** Of one record at most so many, so that the last evening does not fill the list. */
const MOST_OF_ONE = 2
/** What the one before counts more. */
const OLDER = 0.8

export interface Known {
  /** Newest first. */
  readonly opened: readonly Opened[]
  readonly like: readonly LikeOne[]
  readonly unwanted: readonly string[]
  /** Ids of records on the reader's shelf. */
  readonly shelf: ReadonlySet<string>
}

/**
 * Ranked by reciprocal rank fusion (Cormack et al. 2009) over what is like each of the records read last, later ones
 * counting more. The reason of each is the record that speaks loudest for it.
 */
export function suggested({ opened, like, unwanted, shelf }: Known): Suggestion[] {
  const leftOut = new Set([...opened.map(({ recordId }) => recordId), ...unwanted, ...shelf])
  const found = new Map<string, { record: Like; because: Opened; loudest: number; score: number }>()
  opened.slice(0, MOST_SEEDS).forEach((because, age) => {
    const records = like.find(({ recordId }) => recordId === because.recordId)?.records ?? []
    records.forEach((record, rank) => {
      if (leftOut.has(record.recordId)) return
      const says = OLDER ** age / (RANK_BASE + rank)
      const before = found.get(record.recordId)
      const isLoudest = before === undefined || says > before.loudest
      found.set(record.recordId, {
        record,
        because: isLoudest ? because : before.because,
        loudest: Math.max(says, before?.loudest ?? 0),
        score: says + (before?.score ?? 0),
      })
    })
  })
  const ofOne = new Map<string, number>()
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .filter(({ because: { recordId } }) => {
      const n = ofOne.get(recordId) ?? 0
      ofOne.set(recordId, n + 1)
      return n < MOST_OF_ONE || opened.length === 1
    })
    .slice(0, MOST_SUGGESTED)
    .map(({ record, because: { recordId, title, language } }) => ({
      record,
      because: { recordId, title, language },
    }))
}

/** Smaller than the 60 of long lists: these have twelve at most, and their order says something. */
const RANK_BASE = 3
