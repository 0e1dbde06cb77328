// Mutation.setHours, setContact, setLendingRules, putNotice, withdrawNotice, putEvent, withdrawEvent
import {
  badInput,
  noteDone,
  permit,
  permitAt,
  readDrawnKey,
  signedIn,
  type SubgraphContext,
} from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { mostCurrent } from '../bounds.ts'
import { dayOf } from '../calendar/day.ts'
import type { said } from '../declared.ts'
import { readHours } from '../input/hours.ts'
import { isItemId } from '../input/keys.ts'
import { readContact, readEvent, readLendingRules, readNotice } from '../input/sayings.ts'
import type { VisitingPorts } from '../ports.ts'
import type { MutationResolvers } from '../schema/types.generated.ts'
import { change, type Change } from '../store/change.ts'
import { itemId, noEnd, type Event, type Kept, type Notice } from '../store/documents.ts'
import { currentIn, eventById, noticeById } from '../store/read.ts'
import { action } from './desk.ts'

type Collection = (typeof said)[number]

/** What a collection holds, in the audit log. */
const objects: Readonly<Record<Collection, string>> = {
  library_hours: 'hours',
  library_contacts: 'contact',
  library_lending_rules: 'lending-rules',
  library_notices: 'notice',
  library_events: 'event',
}

export const changes = (ports: VisitingPorts): Pick<MutationResolvers, Changes> => ({
  setHours: (_, { hours, ...which }, context) =>
    set(ports, context, 'library_hours', which, () => readHours(hours)),
  setContact: (_, { contact, ...which }, context) =>
    set(ports, context, 'library_contacts', which, () => readContact(contact)),
  setLendingRules: (_, { rules, ...which }, context) =>
    set(ports, context, 'library_lending_rules', which, () => readLendingRules(rules)),
  putNotice: (_, { notice, ...which }, context) =>
    put(ports, context, notices, which, () => {
      const value = readNotice(notice)
      return { value, begins: value.from, ends: value.until ?? noEnd }
    }),
  withdrawNotice: (_, which, context) => withdraw(ports, context, notices, which),
  putEvent: (_, { event, ...which }, context) =>
    put(ports, context, events, which, () => {
      const value = readEvent(event)
      return { value, begins: value.begins, ends: value.ends }
    }),
  withdrawEvent: (_, which, context) => withdraw(ports, context, events, which),
})

/** What a library says one by one. */
interface Items<T> {
  readonly name: 'library_notices' | 'library_events'
  readonly byId: (db: Db, id: string) => Promise<Kept<T> | null>
}
const notices: Items<Notice> = { name: 'library_notices', byId: noticeById }
const events: Items<Event> = { name: 'library_events', byId: eventById }

/** What a library says once, and whole. `read` is called when who asks may say it. */
async function set(
  ports: VisitingPorts,
  context: SubgraphContext,
  name: Collection,
  { library, rev }: { readonly library: string; readonly rev: number },
  read: () => unknown,
): Promise<{ readonly library: string }> {
  await permitAt(ports, context, action, library)
  await write(ports, context, name, { _id: library, library, rev, value: read() })
  return { library }
}

async function put<T>(
  ports: VisitingPorts,
  context: SubgraphContext,
  { name, byId }: Items<T>,
  { library, key, rev }: { readonly library: string; readonly key: string; readonly rev: number },
  read: () => Pick<Change, 'value' | 'begins' | 'ends'>,
): Promise<Kept<T>> {
  await permitAt(ports, context, action, library)
  const _id = itemId(library, readDrawnKey(key))
  const said = read()
  if (rev === 0) await refuseMore(context, name, library, _id)
  await write(ports, context, name, { _id, library, rev, ...said })
  return there(await byId(context.db, _id))
}

async function withdraw<T>(
  ports: VisitingPorts,
  context: SubgraphContext,
  { name, byId }: Items<T>,
  { id, rev }: { readonly id: string; readonly rev: number },
): Promise<Kept<T>> {
  signedIn(context)
  const doc = there(isItemId(id) ? await byId(context.db, id) : null)
  await permit(context, action, { library: doc.library, name: `${objects[name]}:${id}` })
  await write(ports, context, name, { ...doc, rev, withdrawn: true })
  return there(await byId(context.db, id))
}

type Changes =
  | 'setHours'
  | 'setContact'
  | 'setLendingRules'
  | 'putNotice'
  | 'withdrawNotice'
  | 'putEvent'
  | 'withdrawEvent'

type Wanted = Pick<Change, '_id' | 'library' | 'rev' | 'value'> &
  Partial<Pick<Change, 'withdrawn' | 'begins' | 'ends'>>

async function write(
  { pagesChanged }: VisitingPorts,
  context: SubgraphContext,
  name: Collection,
  wanted: Wanted,
): Promise<void> {
  const { _id, library, rev, value, withdrawn = false, begins = '', ends = '' } = wanted
  if (rev < 0) throw badInput('rev: give the one that you have seen, or 0.')
  const at = new Date(context.now())
  await change(context.db, name, { _id, library, rev, value, withdrawn, begins, ends, at }, () =>
    noteDone(context, {
      ...{ action, library, object: `${objects[name]}:${_id}` },
      details: { rev: rev + 1, withdrawn },
    }),
  )
  // Also when nothing was to be changed any more: whoever asks again may have seen this fail.
  await pagesChanged(library, at)
}

/** Errors: BAD_USER_INPUT when a library has as many as one may have, and this is another. */
async function refuseMore(
  { db, now }: SubgraphContext,
  name: Items<unknown>['name'],
  library: string,
  _id: string,
): Promise<void> {
  if ((await db.collection<{ _id: string }>(name).countDocuments({ _id }, { limit: 1 })) > 0) return
  if ((await currentIn(db, name, library, dayOf(now()))) >= mostCurrent)
    throw badInput(`There are ${mostCurrent} already that are not over. Withdraw some first.`, 'full')
}

/** Errors: BAD_USER_INPUT where nothing was ever put. */
function there<T>(doc: Kept<T> | null): Kept<T> {
  if (doc) return doc
  throw badInput('id: there is nothing with this id.', 'gone')
}
