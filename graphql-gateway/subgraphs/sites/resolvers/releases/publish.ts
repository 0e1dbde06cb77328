// Mutation.publishSite, callOffPublication and rollBackSite
import {
  badInput,
  noteDone,
  oneLine,
  signedIn,
  unavailable,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import { askPublication, takeBack, unsettledPaths } from '../../releases/ask-publication.ts'
import { changedSince, type ChangedSince, type SeenSite } from '../../releases/changed-since.ts'
import { numbered, publicationsIn, releasesIn } from '../../releases/documents.ts'
import { rollBack } from '../../releases/roll-back.ts'
import { refreshSharers } from '../../releases/shared-parts.ts'
import type { MutationResolvers, SeenSiteInput } from '../../schema/types.generated.ts'
import { areGiven } from '../../review/approvals.ts'
import { closeReview } from '../../review/asking.ts'
import { mostPages } from '../../store/read.ts'
import { lettingPass, refuseUnseen } from '../review/letting.ts'
import { openSiteNamed } from './named-site.ts'

const day = 24 * 60 * 60_000
const longestWait = 366 * day
const longestReason = 500

export const publishSite: MutationResolvers['publishSite'] = async (
  _,
  { site, publishAt, seen: given, hash },
  context,
) => {
  const doc = await openSiteNamed(context, site, 'page.publish')
  const { _id } = doc
  await refuseUnseen(context, doc)
  const waiting = await unsettledPaths(context.db, _id)
  if (waiting.length > 0) throw unsettled(waiting)
  const seen = given && seenOf(given)
  const other = seen && (await changedSince(context.db, doc, seen))
  if (other) throw changedMeanwhile(other)
  const at = new Date(context.now())
  const wish = {
    site: _id,
    ...whoOf(context),
    at,
    ...(publishAt ? { publishAt: timeOf(publishAt, at) } : {}),
    ...(seen && { seen }),
    letPass: lettingPass(context, hash ?? seen !== undefined),
  }
  await noteDone(context, {
    ...{ action: 'page.publish', library: _id, object: `site:${_id}` },
    details: { due: (wish.publishAt ?? at).toISOString() },
  })
  const asked = await askPublication(context.db, wish)
  if (asked && 'unsettled' in asked) throw unsettled(asked.unsettled)
  if (asked && 'changed' in asked) throw changedMeanwhile(asked.changed)
  if (asked && 'hindered' in asked) throw asked.hindered
  const found = asked && (await publicationsIn(context.db).findOne({ _id: numbered(_id, asked.number) }))
  if (!found) throw unavailable(`The site ${_id} was closed.`)
  // Somebody may have taken theirs back between the look and the freezing.
  if (!(await areGiven(context.db, found.letThrough ?? []))) {
    await takeBack(context.db, _id, found.number)
    throw badInput('Somebody has taken their approval back at this moment. Look at it again.', 'changed')
  }
  await closeReview(context.db, _id)
  return found
}

export const callOffPublication: MutationResolvers['callOffPublication'] = async (
  _,
  { site, number },
  context,
) => {
  const { _id } = await openSiteNamed(context, site, 'page.publish')
  const which = { _id: numbered(_id, number) }
  const found = await publicationsIn(context.db).findOne(which)
  if (!found) throw badInput('number: there is no such publication.', 'gone')
  if (found.state === 'superseded') return found
  if (found.state !== 'asked' || found.dueAt.getTime() <= context.now())
    throw badInput(
      'number: it is under way or done; a site that is live goes back to a former release.',
      'done',
    )
  await noteDone(context, {
    ...{ action: 'page.call-off', library: _id, object: `site:${_id}` },
    details: { due: found.dueAt.toISOString() },
  })
  await takeBack(context.db, _id, number)
  // It may have begun meanwhile: then it is as it is.
  return (await publicationsIn(context.db).findOne(which)) ?? found
}

export const rollBackSite: MutationResolvers['rollBackSite'] = async (
  _,
  { site, release, reason: why },
  context,
) => {
  const { _id } = await openSiteNamed(context, site, 'page.publish')
  const reason = oneLine(why)
  if (reason === null || reason === '' || [...reason].length > longestReason)
    throw badInput(`reason: say why, in at most ${longestReason} characters.`, 'reason')
  const former = await releasesIn(context.db).findOne({ _id: numbered(_id, release) })
  if (!former?.liveAt) throw badInput('release: there is no such release.', 'gone')
  await noteDone(context, {
    ...{ action: 'page.roll-back', library: _id, object: `site:${_id}`, reason },
    details: { release },
  })
  const wish = { site: _id, to: release, ...whoOf(context), at: new Date(context.now()) }
  const number = await rollBack(context.db, wish)
  const found = number && (await releasesIn(context.db).findOne({ _id: numbered(_id, number) }))
  if (!found) throw badInput('release: there is no such release.', 'gone')
  const shown = await publicationsIn(context.db).findOne({ _id: numbered(_id, found.publication) })
  await refreshSharers(context.db, _id, shown?.pages ?? [], wish.at)
  return { release: found, live: true }
}

const mostNamed = 10

function seenOf({ rev, pages }: SeenSiteInput): SeenSite {
  if (pages.length > mostPages) throw badInput(`seen: a site has at most ${mostPages} pages.`)
  return { rev, pages: new Map(pages.map(({ page, rev: of }) => [page, of])) }
}

/** Says what is other than whoever publishes has seen. */
function changedMeanwhile({ site, pages }: ChangedSince): Error {
  const what = [...(site ? ['what stands on every page'] : []), ...pages.slice(0, mostNamed)].join(', ')
  return badInput(`Changed since you looked: ${what}. Look at it again, then publish.`, 'changed')
}

/** Names the pages, as many as somebody reads. */
function unsettled(paths: readonly string[]): Error {
  const named = paths.slice(0, mostNamed).join(', ')
  const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : ''
  return badInput(
    `Two people have changed the same on ${named}${more}: choose one of both texts there, then publish.`,
    'unsettled',
  )
}

function whoOf(context: SubgraphContext): { readonly by: string; readonly name: string } {
  const { subject, username } = signedIn(context)
  return { by: subject, name: username }
}

/** A zone is asked for: without one a time means another moment on another machine. */
function timeOf(text: string, now: Date): Date {
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)
  const time = whole ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || time <= now.getTime() || time > now.getTime() + longestWait)
    throw badInput(
      'publishAt: give a time to come, with its zone, at most 366 days ahead, such as 2027-01-31T00:00:00Z.',
      'time',
    )
  return new Date(time)
}
