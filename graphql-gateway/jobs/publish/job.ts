// The job that publishes: takes up publications, wishes for new answers and sites whose time has come, one after the other.
import type { Job, JobParts } from '@shuxiang/subgraph-kit/module'
import {
  isStillWanted,
  nextBehind,
  nextDue,
  nextPublication,
  nextWish,
  noteDrawn,
  numbered,
  openSiteAt,
  publicationFailed,
  publicationIsLive,
  publicationIsSuperseded,
  publicationsIn,
  publishJobName,
  refusePublication,
  sweep,
  sweepBegin,
  wishFailed,
  wishIsGranted,
  type LiveSite,
  type PublicationDoc,
} from '@shuxiang/subgraph-sites/publishing'
import {
  makeRelease,
  settledAfter,
  type ReleaseEnd,
  type ReleaseParts,
  type ReleaseWish,
} from './make-release.ts'
import type { PublishPorts, Step } from './ports.ts'

const every = 2_000
/** Sites that are only behind the records are drawn again for a fifth of the time: the rest belongs to readers. */
const restPerDrawing = 4
/** And no site more often, in milliseconds: an import changes records all the time. */
const behindFor = 60_000
/** Milliseconds between two looks for what can be taken away. */
const sweepEvery = 60 * 60_000
/** Milliseconds after which a site that could not be drawn is tried again. */
const failedFor = 60_000
/** Raised with every change of how pages are drawn that no style sheet shows: all sites are then drawn again. */
const drawing = 4

/** What is known of the records when a run begins. */
type RecordsNow = Pick<ReleaseWish, 'mark' | 'unsettled'>

export interface PublishingParts extends PublishPorts {
  /** For tests: called after each step of a release. */
  readonly passed?: (step: Step) => Promise<void>
}

export function publishJob({ passed, ...ports }: PublishingParts): Job {
  let restUntil = 0
  let sweptAt = 0
  let place = sweepBegin
  return {
    name: publishJobName,
    every,
    async run(parts, signal) {
      const { db, now, log } = parts
      const release: ReleaseParts = { db, now, ports, signal, ...(passed && { passed }) }
      const newest = await ports.newestRecord()
      const records: RecordsNow = {
        mark: `${drawing} ${newest?.toISOString() ?? ''}`,
        unsettled: newest !== null && now().getTime() - newest.getTime() < settledAfter,
      }
      while (!signal.aborted) {
        if (await publishNext(parts, release, records)) continue
        if (await grantNext(parts, release, records)) continue
        const due = await nextDue(db, now())
        if (due) {
          await refresh(parts, release, due, records)
          continue
        }
        const behind = now().getTime() >= restUntil ? await nextBehind(db, records.mark, rested(now())) : null
        if (!behind) break
        const from = performance.now()
        await refresh(parts, release, behind, records)
        restUntil = now().getTime() + (performance.now() - from) * restPerDrawing
      }
      if (signal.aborted || now().getTime() - sweptAt < sweepEvery) return
      sweptAt = now().getTime()
      const swept = await sweep(db, now(), signal, place)
      place = swept.place
      if (swept.releases + swept.artifacts > 0) log.info(swept, 'former releases taken away')
    },
  }
}

/** False when none waits. */
async function publishNext(
  { db, now, log }: JobParts,
  release: ReleaseParts,
  records: RecordsNow,
): Promise<boolean> {
  const publication = await nextPublication(db, now())
  if (!publication) return false
  const { site, number } = publication
  if (!(await isStillWanted(db, publication))) {
    await publicationIsSuperseded(db, publication)
    return true
  }
  try {
    const ended = await makeRelease(release, { publication, why: 'publish', ...records })
    if (ended.end === 'live') await publicationIsLive(db, publication, ended.findings)
    if (ended.end === 'refused') await refusePublication(db, publication, ended.findings)
    // One that was overtaken by a refresh is still wanted: the next look takes it up again.
    if (ended.end === 'closed') await publicationFailed(db, publication, now())
    log.info({ site, publication: number, ...said(ended) }, 'publication')
  } catch (error) {
    if (release.signal.aborted) throw error
    log.warn({ site, publication: number, err: error }, 'a site could not be published; it is tried again')
    await publicationFailed(db, publication, now())
  }
  return true
}

async function grantNext(parts: JobParts, release: ReleaseParts, records: RecordsNow): Promise<boolean> {
  const { db, now } = parts
  const wish = await nextWish(db, now())
  if (!wish) return false
  const site = await openSiteAt(db, wish._id)
  if (!site) await wishIsGranted(db, wish)
  // Its first publication shows the new answers.
  else if (!site.live) await wishFailed(db, wish, now())
  else if (await refresh(parts, release, { ...site, live: site.live }, { ...records, unsettled: true }))
    await wishIsGranted(db, wish)
  else await wishFailed(db, wish, now())
  return true
}

/** Draws the published documents of a site once more. False when that could not be done now. */
async function refresh(
  { db, now, log }: JobParts,
  release: ReleaseParts,
  site: LiveSite,
  records: RecordsNow,
): Promise<boolean> {
  try {
    const publication = await published(release, site)
    const ended = await makeRelease(release, { publication, why: 'refresh', ...records })
    if (ended.end !== 'same') log.info({ site: site._id, ...said(ended) }, 'site drawn again')
    if (ended.end === 'refused') await noteFailed(db, site, now(), records.mark)
    return ended.end !== 'overtaken'
  } catch (error) {
    if (release.signal.aborted) throw error
    log.warn({ site: site._id, err: error }, 'a site could not be drawn again; what is served stays')
    await noteFailed(db, site, now(), records.mark)
    return false
  }
}

const rested = (now: Date): Date => new Date(now.getTime() - behindFor)

const noteFailed = (db: JobParts['db'], site: LiveSite, at: Date, mark: string): Promise<void> =>
  noteDrawn(db, site, { drawnAt: at, redrawAt: new Date(at.getTime() + failedFor), mark })

async function published({ db }: ReleaseParts, { _id, live }: LiveSite): Promise<PublicationDoc> {
  const found = await publicationsIn(db).findOne({ _id: numbered(_id, live.publication) })
  if (!found) throw new Error(`The publication ${live.publication} of ${_id} is gone.`)
  return found
}

function said(ended: ReleaseEnd): object {
  if (ended.end !== 'refused' && ended.end !== 'live') return ended
  const { findings, ...rest } = ended
  return { ...rest, rules: findings.map(({ rule }) => rule) }
}
