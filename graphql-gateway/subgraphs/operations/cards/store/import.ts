// Brings a list into the registry, batch by batch. Ended at any place, the next one goes on and counts nothing twice.
import type { Db } from 'mongodb'
import { batch } from '../bounds.ts'
import type { CardRegistry } from '../ports.ts'
import { readList } from '../reading/list.ts'
import { keepLines } from './lines.ts'
import { added, linesIn, listsIn, nothing, type CardListDoc } from './documents.ts'
import { outcomesOf, rowsOf, type Answers } from './outcomes.ts'
import { fileOf, forgetFile } from './receive.ts'

/** `left`: asked to end; the next look goes on. */
export async function importList(
  db: Db,
  registry: CardRegistry,
  list: CardListDoc,
  signal: AbortSignal,
): Promise<'done' | 'left'> {
  const { _id, library, mapping, today } = list
  const bytes = await fileOf(db, list)
  if (bytes === null || mapping === null)
    throw new Error(`The list ${_id} is to be imported and is not there.`)
  const rows = rowsOf(readList(bytes, mapping).lines, mapping, today)
  const answers = await answersTo(db, list)
  let counts = list.result ?? nothing
  let { pending } = list
  for (let from = list.done; from < rows.length; from += batch) {
    if (signal.aborted) return 'left'
    const part = rows.slice(from, from + batch)
    // Said before it is done: once done, the registry would call new lines the same.
    if (pending?.from !== from) {
      pending = {
        from,
        counts: (await outcomesOf(part, library, answers, (good) => registry.check(good))).counts,
      }
      await listsIn(db).updateOne({ _id, done: from }, { $set: { pending } })
    }
    const { outcomes } = await outcomesOf(part, library, answers, (good) => registry.put(good))
    const away = outcomes.filter(({ fault }) => fault === 'provider-away')
    await keepLines(db, list, away)
    const { handedOn, refused } = pending.counts
    const moved = { handedOn: handedOn - away.length, refused: refused + away.length }
    counts = added(counts, { ...pending.counts, ...moved })
    await listsIn(db).updateOne(
      { _id, done: from },
      { $set: { done: from + part.length, result: counts, pending: null } },
    )
    pending = null
  }
  return 'done'
}

async function answersTo(db: Db, { _id, reading }: CardListDoc): Promise<Answers> {
  const answered = await linesIn(db)
    .find({ list: _id, reading, answer: { $ne: null } }, { projection: { line: 1, answer: 1 } })
    .toArray()
  return new Map(answered.flatMap(({ line, answer }) => (answer ? [[line, answer] as const] : [])))
}

/** Ends what was imported: only numbers and refused lines are kept on. */
export async function finish(db: Db, { _id }: CardListDoc): Promise<void> {
  await forgetFile(db, _id)
  await listsIn(db).updateOne({ _id, state: 'importing' }, { $set: { state: 'done', sample: [] } })
}
