// Carries out what processes that ended in the midst of a change have left to be done.
import type { AuditPort } from '@shuxiang/audit/contract'
import type { Db } from 'mongodb'
import { sitePagesIn, sitesIn } from '../store/documents.ts'
import { day } from './bounds.ts'
import { binIn } from './documents.ts'
import { noted } from './pages.ts'
import { settled } from './settle.ts'
import { settleSite } from './site-facts.ts'

/** In one run; what is left over is the next one's. */
const batch = 200

/** Milliseconds after which a change that was left midway is carried out by the job: its own process would have done so. */
const leftFor = 60_000

/** How long ago a change may have been left; the job has run many times since. */
const leftSince = 2 * day

/** Carries out what processes that ended have left: revisions, edits, lines of the audit log. */
export async function settleLeft(db: Db, audit: AuditPort, now: Date): Promise<void> {
  const before = new Date(now.getTime() - leftFor)
  const left = await sitePagesIn(db)
    .find({
      updatedAt: { $gte: new Date(now.getTime() - leftSince), $lt: before },
      pending: { $exists: true },
    })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(batch)
    .toArray()
  for (const page of left) await settled({ db, audit }, page)
  const removed = await binIn(db)
    .find({ deed: { $exists: true }, 'removed.at': { $lt: before } })
    .sort({ 'removed.at': 1, _id: 1 })
    .limit(batch)
    .toArray()
  for (const page of removed)
    // A page that is there as well was never taken away.
    if (!(await sitePagesIn(db).findOne({ _id: page._id }, { projection: { _id: 1 } })))
      await noted({ db, audit }, page)
  const sites = await sitesIn(db)
    .find({ deed: { $exists: true } })
    .sort({ _id: 1 })
    .limit(batch)
    .toArray()
  for (const site of sites) await settleSite({ db, audit }, site)
}
