// Asking for code and settling it. Each is one write, and the same once more changes nothing.
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { askRefresh } from '../releases/ask-refresh.ts'
import { day, mostADay, mostAtOnce } from './bounds.ts'
import { codesIn, type CodeDoc, type CodeState, type SettledDoc } from './documents.ts'

/** Errors: BAD_USER_INPUT where a site has as many as it may. */
export async function refuseMore(db: Db, site: string, now: Date): Promise<void> {
  const since = now.getTime() - day
  const [there, today] = await Promise.all([
    codesIn(db).countDocuments({ site, state: { $in: ['ASKED', 'APPROVED'] } }, { limit: mostAtOnce }),
    codesIn(db).countDocuments({ site, askedAt: { $gt: since } }, { limit: mostADay }),
  ])
  if (there >= mostAtOnce)
    throw badInput(`A site has at most ${mostAtOnce} that wait or are approved. Withdraw one first.`, 'full')
  if (today >= mostADay) throw badInput(`A site asks for at most ${mostADay} in a day.`, 'full')
}

/** Of two that ask for the same at once, both get the one that was first. */
export async function keepCode(db: Db, code: CodeDoc): Promise<CodeDoc> {
  await codesIn(db)
    .insertOne(code)
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  return (await codesIn(db).findOne({ _id: code._id })) ?? code
}

/** What it is afterwards; whoever came second sees by it what the first has done. */
export async function settleCode(
  db: Db,
  { _id, site, sha256 }: CodeDoc,
  from: readonly CodeState[],
  state: CodeState,
  settled: SettledDoc,
): Promise<CodeDoc | null> {
  await codesIn(db).updateOne({ _id, sha256, state: { $in: [...from] } }, { $set: { state, settled } })
  // Frames say at once that it is gone; pages say it themselves once they are drawn again.
  if (state === 'WITHDRAWN') await askRefresh(db, [site], settled.at)
  return codesIn(db).findOne({ _id })
}
