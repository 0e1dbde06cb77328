// The job that looks whether the proofs are still there. A host whose proof is gone is told of, and goes on serving.
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import { checkedAtOnce, claimLasts, recheckEvery, toldAfter } from './bounds.ts'
import { claimsIn, hostsIn, type HostDoc } from './documents.ts'
import { isProved, proofAt, type TxtOf } from './proof.ts'

/** Milliseconds from one run to the next. */
const every = 600_000

export function domainsJob(openTxt: () => Promise<TxtOf>): Job {
  return {
    name: 'site-domains',
    every,
    async run({ db, now, log }, signal) {
      const began = now()
      const ago = (milliseconds: number): Date => new Date(began.getTime() - milliseconds)
      await claimsIn(db).deleteMany({ state: 'claimed', claimedAt: { $lte: ago(claimLasts) } })
      const due = await hostsIn(db)
        .find({ state: 'active', checkedAt: { $lte: ago(recheckEvery) } })
        .sort({ state: 1, checkedAt: 1, _id: 1 })
        .limit(checkedAtOnce)
        .toArray()
      const txtOf = await openTxt()
      for (const host of due) {
        if (signal.aborted) return
        await look(host, txtOf, { db, now, log })
      }
    },
  }
}

async function look(
  doc: HostDoc,
  txtOf: TxtOf,
  { db, now, log }: Pick<JobParts, 'db' | 'now' | 'log'>,
): Promise<void> {
  const { _id, host, site, lostSince, challenge } = doc
  const proved = await isProved(txtOf, doc).catch(() => null)
  const at = now()
  const lost = proved === false ? (lostSince ?? at) : null
  // Where nobody could say, nothing is known to be gone; it is not asked again before the others.
  await hostsIn(db).updateOne(
    { _id, state: 'active', challenge },
    { $set: { checkedAt: at, ...(proved === null ? {} : { lostSince: lost }) } },
  )
  if (lost !== null && at.getTime() - lost.getTime() >= toldAfter)
    log.warn(
      { site, host, since: lost.toISOString() },
      `the proof at ${proofAt(host)} is gone: put it back, or retire the host`,
    )
}
