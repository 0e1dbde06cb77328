// What this subgraph keeps of a reader, collection by collection: one that is not here does not compile.
import type { PersonalData, PersonalParts, PersonalValue } from '@shuxiang/subgraph-kit/module'
import type { collections } from '../declared.ts'
import { historiesIn, listsIn, mergesIn, type KeptRecord } from '../store/documents.ts'
import { devicesIn } from '../devices/documents.ts'
import { childrenIn } from '../guardian/documents.ts'
import { linksOf } from '../guardian/store.ts'
import { searchesIn } from '../searches/documents.ts'
import { deletionOf } from './ask.ts'

const byCollection = {
  account_lists: {
    async export({ db }, owner) {
      const lists = await listsIn(db).find({ owner }).sort({ shelf: -1, createdAt: 1, _id: 1 }).toArray()
      return lists.map(({ shelf, name, createdAt, changedAt, removedAt, items }) => ({
        ...(shelf ? { shelf } : { name }),
        createdAt: createdAt.toISOString(),
        changedAt: changedAt.toISOString(),
        ...(removedAt ? { removedAt: removedAt.toISOString() } : {}),
        records: items.map(shown),
      }))
    },
    erase: async ({ db }, owner) => void (await listsIn(db).deleteMany({ owner })),
  },
  account_merges: {
    async export({ db }, owner) {
      const merges = await mergesIn(db).find({ owner }).sort({ at: 1, _id: 1 }).toArray()
      return merges.map(({ at }) => ({ broughtFromADeviceAt: at.toISOString() }))
    },
    erase: async ({ db }, owner) => void (await mergesIn(db).deleteMany({ owner })),
  },
  account_histories: {
    async export({ db }, owner) {
      const [history] = await historiesIn(db).find({ owner }).toArray()
      if (!history) return null
      const { on, items, consents } = history
      return {
        on,
        records: items.map(shown),
        consents: consents.map(({ given, at }) => ({ given, at: at.toISOString() })),
      }
    },
    erase: async ({ db }, owner) => void (await historiesIn(db).deleteMany({ owner })),
  },
  account_searches: {
    async export({ db }, owner) {
      const searches = await searchesIn(db).find({ owner }).sort({ createdAt: 1, _id: 1 }).toArray()
      return searches.map(({ name, query, filters, sort, createdAt, seenAt, removedAt }) => ({
        name,
        query,
        filters: filters.map((filter) => ({ name: filter.name, anyOf: filter.anyOf })),
        sort,
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        ...(removedAt ? { removedAt: removedAt.toISOString() } : {}),
      }))
    },
    erase: async ({ db }, owner) => void (await searchesIn(db).deleteMany({ owner })),
  },
  account_devices: {
    async export({ db }, owner) {
      const devices = await devicesIn(db).find({ owner }).sort({ firstSeen: 1, _id: 1 }).toArray()
      return devices.map(({ browser, system, firstSeen, lastSeen }) => ({
        browser,
        system,
        firstSeen: firstSeen.toISOString(),
        lastSeen: lastSeen.toISOString(),
      }))
    },
    erase: async ({ db }, owner) => void (await devicesIn(db).deleteMany({ owner })),
  },
  account_children: {
    async export({ db }, subject) {
      const links = await linksOf(db, subject)
      return links.map(({ owner, card, linkedAt }) => ({
        // Who it is, is the guardian's own.
        ...(owner === subject ? { childWithCard: card } : { lookedAfterByAGuardian: true }),
        linkedAt: linkedAt.toISOString(),
      }))
    },
    erase: async ({ db }, subject) =>
      void (await childrenIn(db).deleteMany({ $or: [{ owner: subject }, { child: subject }] })),
  },
  account_deletions: {
    async export({ db }, subject) {
      const deletion = await deletionOf(db, subject)
      return deletion && { askedAt: deletion.askedAt.toISOString(), dueAt: deletion.dueAt.toISOString() }
    },
    // What carries the deletion out empties it last.
    erase: async () => {},
  },
} satisfies Readonly<Record<(typeof collections)[number], PersonalData>>

export const personal: PersonalData = {
  async export(parts, subject) {
    const all: Record<string, PersonalValue> = {}
    for (const [collection, data] of Object.entries(byCollection))
      all[collection.replace(/^account_/, '')] = await data.export(parts, subject)
    return all
  },
  async erase(parts: PersonalParts, subject: string) {
    for (const data of Object.values(byCollection)) await data.erase(parts, subject)
  },
}

function shown({ recordId, title, kind, language, addedAt }: KeptRecord): PersonalValue {
  return { recordId, title, kind, language: language ?? null, addedAt: addedAt.toISOString() }
}
