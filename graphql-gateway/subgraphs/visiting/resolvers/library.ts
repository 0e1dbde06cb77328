// Library: what it says of visiting it, of many libraries in one trip each.
import { badInput, perRequest, type ReferencesOf } from '@shuxiang/subgraph-kit'
import { mostEvents, mostNotices } from '../bounds.ts'
import { clockOf, dayOf, isDay } from '../calendar/day.ts'
import type { LibraryResolvers } from '../schema/types.generated.ts'
import { readDay } from './day.ts'
import { contactsOf, eventsFrom, hoursOf, noticesOn, rulesOf } from '../store/read.ts'

export const hoursDocOf = perRequest(({ db, signal }, ids) => hoursOf(db, ids, { signal }))
export const contactDocOf = perRequest(({ db, signal }, ids) => contactsOf(db, ids, { signal }))
export const rulesDocOf = perRequest(({ db, signal }, ids) => rulesOf(db, ids, { signal }))

/** Which libraries there are, another subgraph knows: of one that is not there nothing is said here. */
export const libraryReferences: ReferencesOf<LibraryResolvers> = async (references) =>
  references.map(({ id }) => ({ id }))

export const Library = {
  hours: async ({ id }, _args, context) => (await hoursDocOf(context, id))?.value ?? null,
  contact: async ({ id }, _args, context) => (await contactDocOf(context, id))?.value ?? null,
  lendingRules: async ({ id }, _args, context) => (await rulesDocOf(context, id))?.value ?? null,
  async notices({ id }, { first, on }, { db, now, signal }) {
    const most = readFirst(first ?? 10, mostNotices)
    const day = readDay('on', on ?? null, dayOf(now()), 1)
    return (await noticesOn(db, id, day, { signal })).slice(0, most)
  },
  async events({ id }, { first, from }, { db, now, signal }) {
    const most = readFirst(first ?? 10, mostEvents)
    const day = from ?? `${dayOf(now())}T${clockOf(now())}`
    if (from && !isDay(from)) throw badInput('from: give a day as YYYY-MM-DD.')
    return most === 0 ? [] : eventsFrom(db, id, { from: day, first: most }, { signal })
  },
} satisfies Partial<LibraryResolvers>

function readFirst(first: number, most: number): number {
  if (first < 0 || first > most) throw badInput(`first: give a whole number from 0 to ${most}.`)
  return first
}
