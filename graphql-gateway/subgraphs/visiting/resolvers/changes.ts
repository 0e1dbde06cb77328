// Mutation.setHours, setContact, setLendingRules, putNotice, withdrawNotice, putEvent, withdrawEvent
import { badInput, permit, signedIn, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { mostCurrent } from '../bounds.ts'
import { dayOf } from '../calendar/day.ts'
import type { collections } from '../declared.ts'
import { readHours } from '../input/hours.ts'
import { readContact, readEvent, readLendingRules, readNotice } from '../input/sayings.ts'
import type { VisitingPorts } from '../ports.ts'
import type { MutationResolvers } from '../schema/types.generated.ts'
import { change, type Change } from '../store/change.ts'
import { itemId, noEnd, type Event, type Kept, type Notice } from '../store/documents.ts'
import { currentIn, eventById, noticeById } from '../store/read.ts'
import { action, permitAt } from './desk.ts'

type Collection = (typeof collections)[number]

/** What a collection holds, in the audit log. */
const objects: Readonly<Record<Collection, string>> = {
  library_hours: 'hours',
  library_contacts: 'contact',
  library_lending_rules: 'lending-rules',
  library_notices: 'notice',
  library_events: 'event',
}

export const changes = (ports: VisitingPorts): Pick<MutationResolvers, Changes> => ({
  async setHours(_, { library, rev, hours }, context) {
    await permitAt(ports, context, library)
    await write(ports, context, 'library_hours', { _id: library, library, rev, value: readHours(hours) })
    return { library }
  },
  async setContact(_, { library, rev, contact }, context) {
    await permitAt(ports, context, library)
    await write(ports, context, 'library_contacts', {
      _id: library,
      library,
      rev,
      value: readContact(contact),
    })
    return { library }
  },
  async setLendingRules(_, { library, rev, rules }, context) {
    await permitAt(ports, context, library)
    await write(ports, context, 'library_lending_rules', {
      _id: library,
      library,
      rev,
      value: readLendingRules(rules),
    })
    return { library }
  },
  async putNotice(_, { library, key, rev, notice }, context) {
    await permitAt(ports, context, library)
    const _id = itemId(library, readKey(key))
    const value = readNotice(notice)
    if (rev === 0) await refuseMore(context, 'library_notices', library, _id)
    const times = { begins: value.from, ends: value.until ?? noEnd }
    await write(ports, context, 'library_notices', { _id, library, rev, value, ...times })
    return there(await noticeById(context.db, _id))
  },
  async withdrawNotice(_, { id, rev }, context) {
    signedIn(context)
    const { value, ...doc } = there<Notice>(isItemId(id) ? await noticeById(context.db, id) : null)
    await permit(context, action, { library: doc.library, name: `notice:${id}` })
    await write(ports, context, 'library_notices', { ...doc, rev, value, withdrawn: true })
    return there(await noticeById(context.db, id))
  },
  async putEvent(_, { library, key, rev, event }, context) {
    await permitAt(ports, context, library)
    const _id = itemId(library, readKey(key))
    const value = readEvent(event)
    if (rev === 0) await refuseMore(context, 'library_events', library, _id)
    const { begins, ends } = value
    await write(ports, context, 'library_events', { _id, library, rev, value, begins, ends })
    return there(await eventById(context.db, _id))
  },
  async withdrawEvent(_, { id, rev }, context) {
    signedIn(context)
    const { value, ...doc } = there<Event>(isItemId(id) ? await eventById(context.db, id) : null)
    await permit(context, action, { library: doc.library, name: `event:${id}` })
    await write(ports, context, 'library_events', { ...doc, rev, value, withdrawn: true })
    return there(await eventById(context.db, id))
  },
})

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
  const { subject, azp } = signedIn(context)
  const { db, audit, requestId, now } = context
  if (rev < 0) throw badInput('rev: give the one that you have seen, or 0.')
  const at = new Date(now())
  await change(db, name, { _id, library, rev, value, withdrawn, begins, ends, at }, () =>
    audit.record({
      ...{ actor: subject, client: azp, action, outcome: 'done', reason: null, library, requestId },
      object: `${objects[name]}:${_id}`,
      details: { rev: rev + 1, withdrawn },
    }),
  )
  // Also when nothing was to be changed any more: whoever asks again may have seen this fail.
  await pagesChanged(library, at)
}

/** Errors: BAD_USER_INPUT when a library has as many as one may have, and this is another. */
async function refuseMore(
  { db, now }: SubgraphContext,
  name: 'library_notices' | 'library_events',
  library: string,
  _id: string,
): Promise<void> {
  if ((await db.collection<{ _id: string }>(name).countDocuments({ _id }, { limit: 1 })) > 0) return
  if ((await currentIn(db, name, library, dayOf(now()))) >= mostCurrent)
    throw badInput(`There are ${mostCurrent} already that are not over. Withdraw some first.`, 'full')
}

function readKey(key: string): string {
  if (/^[A-Za-z0-9-]{8,64}$/.test(key)) return key
  throw badInput('key: give 8 to 64 letters, digits and hyphens that nothing else has, such as a UUID.')
}

function isItemId(id: string): boolean {
  return /^[a-z0-9]{1,40}:[A-Za-z0-9-]{8,64}$/.test(id)
}

/** Errors: BAD_USER_INPUT where nothing was ever put. */
function there<T>(doc: Kept<T> | null): Kept<T> {
  if (doc) return doc
  throw badInput('id: there is nothing with this id.', 'gone')
}
