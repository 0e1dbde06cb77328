// Series of the survey, which the subgraph keeps itself: what a new installation begins with, and the job that plans them.
import { perRequest } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { seriesCollection } from './declared.ts'

export interface SeriesDoc {
  /** Denominator of the scale that all its sheets have. */
  readonly _id: string
  readonly name: string
  /** Year of the survey. */
  readonly surveyed: number
  /** Year in which it is surveyed again; null until that is worked out. */
  readonly due: number | null
}

const first: readonly SeriesDoc[] = [
  { _id: '10000', name: '1:1万地形图', surveyed: 1999, due: null },
  { _id: '50000', name: '1:5万地形图', surveyed: 1958, due: null },
]

/** Years after which a series is surveyed again. */
const renewedAfter = 30

export const seriesIn = (db: Db) => db.collection<SeriesDoc>(seriesCollection)

/** Those that are there stay as they are. */
export async function seedSeries(db: Db): Promise<void> {
  for (const { _id, ...series } of first)
    await seriesIn(db).updateOne({ _id }, { $setOnInsert: series }, { upsert: true })
}

/** Works out when each series is surveyed again that has no year yet. */
export async function planSeries(db: Db, signal: AbortSignal): Promise<void> {
  for (const { _id, surveyed } of await seriesIn(db).find({ due: null }).toArray()) {
    signal.throwIfAborted()
    await seriesIn(db).updateOne({ _id }, { $set: { due: surveyed + renewedAfter } })
  }
}

/** The series of a scale. */
export const seriesOf = perRequest<SeriesDoc>(({ db }, scales) =>
  seriesIn(db)
    .find({ _id: { $in: [...scales] } })
    .toArray(),
)
