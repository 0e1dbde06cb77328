// The audit log in the store: entries are added, never changed. Any number of processes write one chain.
import { LRUCache } from 'lru-cache'
import { MongoServerError, type Db, type Filter } from 'mongodb'
import { hashOf, origin, type EntryDoc, type Head } from './chain.ts'
import type { AuditEntry, AuditPort, AuditQuery, AuditReader, KeptEntry } from './contract.ts'

/** The newest entry, noted beside the entries: without it nobody would miss the last ones. */
export interface HeadDoc extends Head {
  readonly _id: 'head'
}

export const entriesIn = (db: Db) => db.collection<EntryDoc>('audit_entries')
export const headIn = (db: Db) => db.collection<HeadDoc>('audit_head')

/** An open log. */
export interface AuditLog extends AuditPort, AuditReader {}

/** Longest text of one field; what is longer is cut, for a refused request may say anything. */
const longestText = 500
/** Longest details, in characters of JSON. */
const longestDetails = 4000
/** Milliseconds within which the same refusal of the same person is noted once: refused requests must not fill the log. */
const sameRefusal = 60_000
/** Refusals of one person that are noted in `refusalsWithin` milliseconds: who varies what they ask for must not either. */
export const mostRefusals = 200
const refusalsWithin = 600_000
const mostEntries = 200
/** Other processes may each write one entry between our look and our write. */
const attempts = 100

/** Opens the log of a store. `now` in milliseconds since 1970. */
export function openAuditLog(db: Db, now: () => number): AuditLog {
  let head: Head | null = null
  let last: Promise<unknown> = Promise.resolve()
  const refusals = new LRUCache<string, number>({ max: 10_000 })
  const counted = new LRUCache<string, { readonly since: number; count: number }>({ max: 10_000 })

  /** How many refusals of a person there were lately, with this one. */
  const count = (actor: string, time: number): number => {
    const known = counted.get(actor)
    const present = known && time - known.since < refusalsWithin ? known : { since: time, count: 0 }
    counted.set(actor, present)
    present.count += 1
    return present.count
  }

  const append = async (entry: AuditEntry): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      head ??= await newest(db)
      const written = docOf(entry, head, now())
      // What is in the store is the entry; the note of the newest may lag behind when this process ends here.
      const free = await entriesIn(db)
        .insertOne(written)
        .then(
          () => true,
          (error: unknown) => !isTaken(error) && Promise.reject(error),
        )
      head = free ? { number: written._id, hash: written.hash } : null
      if (head) return note(db, head)
    }
    throw new Error('The audit log cannot be written: too many write to it at once.')
  }

  return {
    async record(asked) {
      let entry = asked
      const refusal = entry.outcome === 'refused' ? refusalOf(entry) : null
      const time = now()
      const before = refusal === null ? undefined : refusals.get(refusal)
      if (before !== undefined && time - before < sameRefusal) return
      if (refusal !== null) {
        const number = count(entry.actor, time)
        if (number > mostRefusals) return
        if (number === mostRefusals) entry = moreRefusals(entry)
      }
      // One after the other: entries of one process never wait for each other's number.
      const work = last.then(() => append(entry))
      // Noted at once, for fifty may come at once; what could not be kept is to be kept when it comes again.
      if (refusal !== null) refusals.set(refusal, time)
      last = work.catch(() => {
        head = null
        if (refusal !== null) refusals.delete(refusal)
      })
      return work
    },
    async entries(query) {
      const { limit } = query
      const within = await numbersWithin(db, query)
      const found = await entriesIn(db)
        .find(filterOf(query, within))
        .sort({ _id: -1 })
        .limit(Math.min(Math.max(1, Math.trunc(limit)), mostEntries))
        .toArray()
      return found.map(keptOf)
    },
  }
}

/** Makes what reading by library and by person needs. May be repeated. */
export async function prepareAuditLog(db: Db): Promise<void> {
  await entriesIn(db).createIndexes([
    { key: { library: 1, _id: -1 }, name: 'libraries' },
    { key: { actor: 1, _id: -1 }, name: 'actors' },
    { key: { action: 1, _id: -1 }, name: 'actions' },
    { key: { at: 1, _id: 1 }, name: 'times' },
  ])
}

/** Milliseconds by which the clocks of processes may differ: so far numbers and times may be in another order. */
const skew = 300_000

interface Numbers {
  readonly least: number
  /** Not included. */
  readonly most: number
}

/**
 * The numbers between which the entries of a span of time are, so that an old one is found without reading what is newer.
 * Narrowed by what lies surely outside of it.
 */
async function numbersWithin(db: Db, { from, until, before }: AuditQuery): Promise<Numbers> {
  const entries = entriesIn(db)
  const projection = { _id: 1 } as const
  const earlier =
    from === undefined
      ? null
      : await entries.findOne(
          { at: { $lt: new Date(from.getTime() - skew) } },
          { sort: { at: -1, _id: -1 }, projection },
        )
  const later =
    until === undefined
      ? null
      : await entries.findOne(
          { at: { $gte: new Date(until.getTime() + skew) } },
          { sort: { at: 1, _id: 1 }, projection },
        )
  const bounds = [later?._id, before].filter((bound) => bound !== undefined)
  return { least: (earlier?._id ?? 0) + 1, most: Math.min(Number.MAX_SAFE_INTEGER, ...bounds) }
}

function filterOf(
  { library, actors, action, from, until }: AuditQuery,
  { least, most }: Numbers,
): Filter<EntryDoc> {
  const at = { ...(from ? { $gte: from } : {}), ...(until ? { $lt: until } : {}) }
  return {
    _id: { $gte: least, $lt: most },
    ...(library === undefined ? {} : { library }),
    ...(actors === undefined ? {} : { actor: { $in: [...actors] } }),
    ...(action === undefined ? {} : { action }),
    ...(from || until ? { at } : {}),
  }
}

async function newest(db: Db): Promise<Head> {
  const entry = await entriesIn(db).findOne({}, { sort: { _id: -1 } })
  if (!entry) return origin
  const head = { number: entry._id, hash: entry.hash }
  // Whoever wrote it may have ended before the note.
  await note(db, head)
  return head
}

/** Notes the newest entry; never goes back to an older one. */
async function note(db: Db, { number, hash }: Head): Promise<void> {
  const heads = headIn(db)
  const { matchedCount } = await heads.updateOne(
    { _id: 'head', number: { $lt: number } },
    { $set: { number, hash } },
  )
  if (matchedCount === 0)
    await heads.updateOne({ _id: 'head' }, { $setOnInsert: { number, hash } }, { upsert: true })
}

function docOf(entry: AuditEntry, { number, hash: previous }: Head, time: number): EntryDoc {
  const doc = {
    _id: number + 1,
    at: new Date(time),
    actor: cut(entry.actor),
    client: entry.client === null ? null : cut(entry.client),
    action: cut(entry.action),
    outcome: entry.outcome,
    reason: entry.reason === null ? null : cut(entry.reason),
    library: entry.library === null ? null : cut(entry.library),
    object: entry.object === null ? null : cut(entry.object),
    requestId: cut(entry.requestId),
    details: entry.details ? detailsOf(entry.details) : null,
    previous,
  }
  return { ...doc, hash: hashOf(doc) }
}

/** Well-formed before it is hashed: the store would put a replacement character in the place of half a pair. */
function cut(text: string): string {
  return text.slice(0, longestText).toWellFormed()
}

/** Errors: `RangeError` for more than an entry holds; cut JSON would be none. */
function detailsOf(details: NonNullable<AuditEntry['details']>): string {
  const text = JSON.stringify(details).toWellFormed()
  if (text.length > longestDetails)
    throw new RangeError(`The details of an audit entry have at most ${longestDetails} characters.`)
  return text
}

function keptOf({ _id, details, previous: _previous, hash: _hash, ...said }: EntryDoc): KeptEntry {
  return { ...said, number: _id, ...(details === null ? {} : { details: JSON.parse(details) }) }
}

/** The last that is noted of a person for a while. */
function moreRefusals({ actor, client, requestId }: AuditEntry): AuditEntry {
  const reason = `more than ${mostRefusals} in ${refusalsWithin / 60_000} minutes; the next are not noted`
  const about = { action: 'refusals.more', reason, library: null, object: null } as const
  return { ...about, actor, client, requestId, outcome: 'refused' }
}

/** What makes two refusals the same. */
function refusalOf({ actor, action, library, object, reason }: AuditEntry): string {
  return JSON.stringify([actor, action, library, object, reason])
}

function isTaken(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000
}
