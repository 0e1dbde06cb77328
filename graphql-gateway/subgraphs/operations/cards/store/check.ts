// Reads a list and says line by line what the registry would do. Changes nothing but what is kept of the list.
import { createHash } from 'node:crypto'
import type { Db } from 'mongodb'
import { batch, mostKeptLines } from '../bounds.ts'
import type { CardRegistry } from '../ports.ts'
import { BadFile, readList, type ReadList } from '../reading/list.ts'
import { keepLines } from './lines.ts'
import { added, linesIn, listsIn, nothing, type CardListDoc } from './documents.ts'
import { outcomesOf, rowsOf } from './outcomes.ts'
import { fileOf } from './receive.ts'

const noAnswers = new Map<number, never>()

/** `left`: asked to end, or read otherwise meanwhile; the next look goes on. */
export async function check(
  db: Db,
  registry: CardRegistry,
  list: CardListDoc,
  now: Date,
  signal: AbortSignal,
): Promise<'checked' | 'unreadable' | 'left'> {
  const { _id, library, reading } = list
  const mine = { _id, state: 'checking' as const, reading }
  const bytes = await fileOf(db, list)
  if (bytes === null) return unreadable(db, mine, new BadFile('empty'))
  let read: ReadList
  try {
    read = readList(bytes, list.mapping)
  } catch (error) {
    if (error instanceof BadFile) return unreadable(db, mine, error)
    throw error
  }
  const { mapping, headings, sample, lines } = read
  const total = lines.length
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await listsIn(db).updateOne(mine, {
    $set: { mapping, headings, sample, sha256, total, done: 0, today: now },
  })
  await linesIn(db).deleteMany({ list: _id })
  let counts = nothing
  let kept = 0
  const rows = rowsOf(lines, mapping, now)
  for (let from = 0; from < total; from += batch) {
    if (signal.aborted) return 'left'
    const part = rows.slice(from, from + batch)
    const { outcomes, counts: here } = await outcomesOf(part, library, noAnswers, (good) =>
      registry.check(good),
    )
    counts = added(counts, here)
    const looked = outcomes
      .filter(({ result }) => result === 'refused' || result === 'asks')
      .slice(0, mostKeptLines - kept)
    await keepLines(db, list, looked)
    kept += looked.length
    const { matchedCount } = await listsIn(db).updateOne(mine, { $set: { done: from + part.length } })
    if (matchedCount === 0) return 'left'
  }
  await listsIn(db).updateOne(mine, { $set: { state: 'checked', plan: counts, kept } })
  return 'checked'
}

async function unreadable(
  db: Db,
  mine: Pick<CardListDoc, '_id' | 'state' | 'reading'>,
  { problem, line }: BadFile,
): Promise<'unreadable'> {
  await listsIn(db).updateOne(mine, { $set: { state: 'unreadable', problem: { problem, line } } })
  return 'unreadable'
}
