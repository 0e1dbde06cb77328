// Lines that are kept to be looked at.
import type { Db } from 'mongodb'
import { linesIn, type CardListDoc } from './documents.ts'
import type { LineOutcome } from './outcomes.ts'

/** May be repeated. What the library has answered to a line stays. */
export async function keepLines(
  db: Db,
  { _id: list, reading, expires }: Pick<CardListDoc, '_id' | 'reading' | 'expires'>,
  lines: readonly LineOutcome[],
): Promise<void> {
  if (lines.length === 0) return
  const writes = lines.map(({ line: { number: line, cells }, fault, known }) => ({
    updateOne: {
      filter: { _id: `${list}:${reading}:${line}` },
      update: {
        $set: { list, reading, line, cells, asks: fault === null, fault, known, expires },
        $setOnInsert: { answer: null },
      },
      upsert: true,
    },
  }))
  await linesIn(db).bulkWrite(writes, { ordered: false })
}
