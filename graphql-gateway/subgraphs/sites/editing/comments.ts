// Comments on a page, kept beside its draft: they are no part of it, so nothing that is published or travels has them.
import { createHash } from 'node:crypto'
import { badInput } from '@shuxiang/subgraph-kit'
import { isTaken } from '@shuxiang/subgraph-kit/taken'
import type { Db } from 'mongodb'
import { sitePagesIn, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import { binIn } from './documents.ts'
import type { SiteScope } from './scope.ts'
import { openIn, peopleIn, withoutName, type CommentDoc, type Talk } from './talk.ts'

type Scope = SiteScope<'page.draft'>
type Page = Pick<SitePageDoc, '_id' | 'site'>

/** One document has all of a page: what is said is changed by compare-and-set of its rev. */
export interface TalkDoc {
  /** Id of the page. */
  readonly _id: string
  readonly site: string
  readonly rev: number
  /** Threads that wait for somebody. */
  readonly open: number
  /** Subjects of everybody who is named. */
  readonly people: readonly string[]
  readonly threads: Talk
}

export const talksIn = (db: Db) => db.collection<TalkDoc>('site_talks')

/** Others may write at the same moment; more than a few at once are rare. */
const tries = 8

/** Before anybody has said something. */
const silence = ({ _id, site }: Page): TalkDoc => ({
  ...{ _id, site, rev: 0, open: 0 },
  ...{ people: [], threads: [] },
})

export async function talkOf({ db, signal }: Scope, page: Page): Promise<TalkDoc> {
  return (await talksIn(db).findOne({ _id: page._id }, { signal })) ?? silence(page)
}

/** What of it can be told without reading it. */
export async function talkMark({ db, signal }: Scope, page: Page): Promise<Pick<TalkDoc, 'rev' | 'open'>> {
  const projection = { rev: 1, open: 1 }
  return (await talksIn(db).findOne({ _id: page._id }, { signal, projection })) ?? silence(page)
}

/** Errors: those of `make`; BAD_USER_INPUT where others write all the time. */
export async function changeTalk(
  { db }: Pick<Scope, 'db'>,
  page: Page,
  make: (talk: Talk) => Talk,
): Promise<TalkDoc> {
  for (let tried = 0; tried < tries; tried++) {
    const there = (await talksIn(db).findOne({ _id: page._id })) ?? silence(page)
    const threads = make(there.threads)
    if (threads === there.threads) return there
    const next = talkWith(there, threads)
    if (await written(db, there, next)) return next
  }
  throw badInput('Others are commenting on this page at the moment. Try again in a moment.', 'busy')
}

const talkWith = (there: TalkDoc, threads: Talk): TalkDoc => ({
  ...there,
  ...{ rev: there.rev + 1, open: openIn(threads), people: peopleIn(threads), threads },
})

async function written(db: Db, there: TalkDoc, next: TalkDoc): Promise<boolean> {
  if (there.rev > 0) {
    const { _id, ...rest } = next
    return (await talksIn(db).updateOne({ _id, rev: there.rev }, { $set: rest })).matchedCount === 1
  }
  try {
    await talksIn(db).insertOne(next)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/** A comment of who asks. `key`: drawn by who writes, so that sending it twice makes one. */
export function newComment({ doer }: Scope, key: string, text: string): CommentDoc {
  const about = JSON.stringify([doer.by, key])
  return { ...doer, id: createHash('sha256').update(about).digest('base64url').slice(0, 22), text }
}

/** How many threads wait, by page, of the pages that a site has now. */
export async function openTalks({
  db,
  code,
  signal,
}: Scope): Promise<readonly Pick<TalkDoc, '_id' | 'open'>[]> {
  const talks = await talksIn(db)
    .find({ site: code, open: { $gt: 0 } }, { signal, projection: { open: 1 } })
    .sort({ site: 1, _id: 1 })
    // Those of pages that were taken away are kept for as long as these are.
    .limit(2 * mostPages)
    .toArray()
  const pages = await sitePagesIn(db)
    .find({ _id: { $in: talks.map(({ _id }) => _id) }, site: code }, { signal, projection: { _id: 1 } })
    .toArray()
  const there = new Set(pages.map(({ _id }) => _id))
  return talks.filter(({ _id }) => there.has(_id))
}

/** Whoever goes is named no more; what they said stays. */
export async function forgetName(db: Db, by: string): Promise<void> {
  for await (const talk of talksIn(db).find({ people: by }, { projection: { site: 1 } }))
    await changeTalk({ db }, talk, (threads) => withoutName(threads, by))
}

/** Talks in one look. */
const batch = 200

/** What was said about pages that are nowhere any more goes; tells how much. */
export async function sweepTalks(db: Db, signal: AbortSignal): Promise<number> {
  let gone = 0
  for (let last = ''; ;) {
    signal.throwIfAborted()
    const talks = await talksIn(db)
      .find({ _id: { $gt: last } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(batch)
      .toArray()
    const ids = talks.map(({ _id }) => _id)
    const kept = await Promise.all(
      // In this order: a page is brought back from the bin before it leaves it.
      [binIn(db), sitePagesIn(db)].map((pages) =>
        pages.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray(),
      ),
    )
    const there = new Set(kept.flat().map(({ _id }) => _id))
    const left = ids.filter((id) => !there.has(id))
    if (left.length > 0) gone += (await talksIn(db).deleteMany({ _id: { $in: left } })).deletedCount
    last = ids.at(-1) ?? ''
    if (ids.length < batch) return gone
  }
}
