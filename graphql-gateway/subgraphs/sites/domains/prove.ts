// A claimed host is proved and serves from then on. Who proves it first has it.
import { badInput, unavailable } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { mostTries, triesWithin } from './bounds.ts'
import { refuseForeign } from './claim.ts'
import { claimsIn, hostsIn, type ClaimDoc, type HostDoc } from './documents.ts'
import { isProved, proofAt, type TxtOf } from './proof.ts'

export interface Proving {
  readonly txtOf: TxtOf
  readonly now: Date
  /** Resolves once it is in the audit log that the library has the host; before that it has not. */
  readonly note: () => Promise<void>
}

/** Errors: BAD_USER_INPUT without the proof, for too many tries, and for a host of another library; SERVICE_UNAVAILABLE. */
export async function prove(db: Db, claim: ClaimDoc, { txtOf, now, note }: Proving): Promise<HostDoc> {
  const { host, site, challenge, claimedAt } = claim
  refuseForeign(await hostsIn(db).findOne({ _id: host }), site, now)
  await countTry(db, claim, now)
  const proved = await isProved(txtOf, claim).catch((error: unknown) => {
    throw unavailable(
      `The domain name system does not answer for ${proofAt(host)} now; try again in a few minutes.`,
      error instanceof Error ? error : undefined,
    )
  })
  if (!proved)
    throw badInput(
      `There is no TXT record with the text at ${proofAt(host)} yet. A new record may take an hour to be seen everywhere.`,
      'no-proof',
    )
  await note()
  const taken: Omit<HostDoc, '_id'> = {
    ...{ host, site, challenge, claimedAt, provedAt: now, checkedAt: now },
    ...{ primarySince: null, lostSince: null, quarantineUntil: null },
    state: 'active',
  }
  const free = { $or: [{ site }, { quarantineUntil: { $lte: now } }] }
  const { matchedCount } = await hostsIn(db).updateOne(
    { _id: host, state: 'retired', ...free },
    { $set: taken },
  )
  if (matchedCount === 0)
    await hostsIn(db)
      .insertOne({ _id: host, ...taken })
      .catch((error: unknown) => {
        if (!isTaken(error)) throw error
      })
  const held = await hostsIn(db).findOne({ _id: host })
  refuseForeign(held, site, now)
  if (held?.state !== 'active')
    throw badInput('Somebody else is changing this at the moment. Try again.', 'busy')
  await claimsIn(db).deleteOne({ _id: claim._id, state: 'claimed' })
  return held
}

/** Errors: BAD_USER_INPUT. */
async function countTry(db: Db, { _id }: ClaimDoc, now: Date): Promise<void> {
  const before = new Date(now.getTime() - triesWithin)
  await claimsIn(db).updateOne({ _id, triesSince: { $lte: before } }, { $set: { tries: 0, triesSince: now } })
  const { matchedCount } = await claimsIn(db).updateOne(
    { _id, state: 'claimed', tries: { $lt: mostTries } },
    { $inc: { tries: 1 } },
  )
  if (matchedCount === 0)
    throw badInput('The record was looked for too often. Look again in an hour.', 'too-many-tries')
}
