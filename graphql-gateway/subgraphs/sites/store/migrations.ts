// Changes of the collections of sites from one version to the next.
import type { Migration } from '@shuxiang/subgraph-kit/module'
import { overridesIn } from '../overrides/documents.ts'
import { MongoServerError, type Db } from 'mongodb'
import { codesIn } from '../code/documents.ts'
import { approvalsKeptFor } from '../review/bounds.ts'
import { approvalsIn, changersIn, reviewsIn } from '../review/documents.ts'
import { domainsIn } from '../domains/documents.ts'
import { day, daysInBin, daysOfOps, presentFor } from '../editing/bounds.ts'
import { talksIn } from '../editing/comments.ts'
import { binIn, opsIn, revisionsIn } from '../editing/documents.ts'
import { desksIn } from '../editing/presence.ts'
import { linksKeptFor } from '../health/bounds.ts'
import { healthIn, linksIn } from '../health/documents.ts'
import { askPublication } from '../releases/ask-publication.ts'
import { artifactsIn, publicationsIn, refreshesIn, releasesIn } from '../releases/documents.ts'
import { waitingIn } from '../transfer/documents.ts'
import { librariesIn, regionsIn, sitePagesIn, sitesIn } from './documents.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'sites-0001-indexes',
    async run({ db }) {
      await regionsIn(db).createIndexes([{ key: { parentId: 1, _id: 1 }, name: 'children' }])
      await librariesIn(db).createIndexes([
        { key: { place: 1, _id: 1 }, name: 'places' },
        { key: { level: 1, place: 1, _id: 1 }, name: 'levels' },
      ])
    },
  },
  {
    id: 'sites-0002-names',
    async run({ db }) {
      await librariesIn(db).createIndexes([{ key: { name: 1, _id: 1 }, name: 'names' }])
    },
  },
  {
    id: 'sites-0003-pages-of-sites',
    async run({ db }) {
      await sitePagesIn(db).createIndexes([{ key: { site: 1, path: 1 }, name: 'paths' }])
    },
  },
  {
    id: 'sites-0004-releases',
    async run({ db, now, signal }) {
      await sitesIn(db).createIndexes([
        { key: { 'live.redrawAt': 1, _id: 1 }, name: 'redraws' },
        { key: { 'live.drawnAt': 1, _id: 1 }, name: 'drawings' },
      ])
      await publicationsIn(db).createIndexes([
        { key: { site: 1, number: -1 }, name: 'numbers', unique: true },
        { key: { state: 1, nextTryAt: 1, _id: 1 }, name: 'due' },
      ])
      await releasesIn(db).createIndexes([{ key: { site: 1, number: -1 }, name: 'numbers', unique: true }])
      await artifactsIn(db).createIndexes([{ key: { neededAt: 1, _id: 1 }, name: 'ages' }])
      await refreshesIn(db).createIndexes([{ key: { nextTryAt: 1, _id: 1 }, name: 'wishes' }])
      await publishFirst(db, now(), signal)
    },
  },
  {
    id: 'sites-0005-domains',
    async run({ db }) {
      await domainsIn(db).createIndexes([
        { key: { site: 1, host: 1, _id: 1 }, name: 'sites' },
        { key: { site: 1, primarySince: -1, _id: 1 }, name: 'primaries' },
        { key: { state: 1, checkedAt: 1, _id: 1 }, name: 'looks' },
        { key: { state: 1, claimedAt: 1 }, name: 'claims' },
      ])
    },
  },
  {
    id: 'sites-0006-editing',
    async run({ db }) {
      await withoutIndex(db, 'site_pages', 'paths')
      await sitePagesIn(db).createIndexes([
        { key: { site: 1, path: 1 }, name: 'addresses', unique: true },
        { key: { 'changed.by': 1 }, name: 'editors' },
        { key: { hash: 1 }, name: 'documents' },
        { key: { updatedAt: 1, _id: 1 }, name: 'changes' },
      ])
      await publicationsIn(db).createIndexes([{ key: { 'pages.document': 1 }, name: 'documents' }])
      await revisionsIn(db).createIndexes([
        { key: { page: 1, rev: -1, _id: 1 }, name: 'pages' },
        { key: { page: 1, at: 1 }, name: 'times' },
        { key: { hash: 1 }, name: 'documents' },
        { key: { by: 1 }, name: 'editors' },
        { key: { why: 1, grain: 1, at: 1, _id: 1 }, name: 'ages' },
      ])
      await opsIn(db).createIndexes([
        { key: { by: 1, at: 1 }, name: 'pace' },
        { key: { at: 1 }, name: 'ended', expireAfterSeconds: (daysOfOps * day) / 1000 },
      ])
      await binIn(db).createIndexes([
        { key: { site: 1, 'removed.at': -1, _id: 1 }, name: 'sites' },
        { key: { 'removed.at': 1 }, name: 'ended', expireAfterSeconds: (daysInBin * day) / 1000 },
      ])
    },
  },
  {
    id: 'sites-0007-health',
    async run({ db }) {
      await healthIn(db).createIndexes([
        { key: { nextAt: 1, _id: 1 }, name: 'looks' },
        { key: { place: 1, _id: 1 }, name: 'places' },
      ])
      await linksIn(db).createIndexes([
        { key: { askedAt: 1 }, name: 'ended', expireAfterSeconds: (linksKeptFor * day) / 1000 },
      ])
    },
  },
  {
    id: 'sites-0008-imports',
    async run({ db }) {
      await waitingIn(db).createIndexes([
        { key: { site: 1, hash: 1, page: 1 }, name: 'imports' },
        { key: { at: 1 }, name: 'ended', expireAfterSeconds: (7 * day) / 1000 },
      ])
    },
  },
  {
    id: 'sites-0009-overrides',
    async run({ db }) {
      await overridesIn(db).createIndexes([
        { key: { over: 1, ends: 1 }, name: 'in-force' },
        { key: { over: 1, at: -1 }, name: 'places' },
      ])
    },
  },
  {
    id: 'sites-0010-codes',
    async run({ db }) {
      await codesIn(db).createIndexes([
        { key: { askedAt: -1, _id: 1 }, name: 'latest' },
        { key: { state: 1, askedAt: -1, _id: 1 }, name: 'latest-of-a-state' },
        { key: { site: 1, askedAt: -1, _id: 1 }, name: 'latest-of-a-site' },
        { key: { site: 1, state: 1, askedAt: -1, _id: 1 }, name: 'latest-of-both' },
        { key: { by: 1 }, name: 'askers' },
        { key: { 'settled.by': 1 }, name: 'settlers' },
      ])
    },
  },
  {
    id: 'sites-0011-together',
    async run({ db }) {
      await desksIn(db).createIndexes([
        { key: { page: 1, seen: -1, _id: 1 }, name: 'pages' },
        { key: { by: 1 }, name: 'people' },
        { key: { seen: 1 }, name: 'ended', expireAfterSeconds: presentFor / 1000 },
      ])
      await talksIn(db).createIndexes([
        { key: { site: 1, _id: 1 }, name: 'sites' },
        { key: { people: 1 }, name: 'people' },
      ])
    },
  },
  {
    id: 'sites-0012-review',
    async run({ db }) {
      await approvalsIn(db).createIndexes([
        { key: { site: 1, at: -1, _id: 1 }, name: 'sites' },
        { key: { by: 1, _id: 1 }, name: 'people' },
        { key: { at: 1 }, name: 'ended', expireAfterSeconds: (approvalsKeptFor * day) / 1000 },
      ])
      await reviewsIn(db).createIndexes([
        { key: { 'asked.by': 1 }, name: 'askers' },
        { key: { 'answered.by': 1 }, name: 'answerers' },
      ])
      await changersIn(db).createIndexes([
        { key: { site: 1, _id: 1 }, name: 'sites' },
        { key: { by: 1, _id: 1 }, name: 'people' },
      ])
      await revisionsIn(db).createIndexes([{ key: { site: 1, at: 1, _id: 1 }, name: 'sites' }])
      await sitesIn(db).createIndexes([{ key: { 'changed.by': 1 }, name: 'editors' }])
    },
  },
]

async function withoutIndex(db: Db, collection: string, index: string): Promise<void> {
  await db
    .collection(collection)
    .dropIndex(index)
    .catch((error: unknown) => {
      const indexNotFound = 27
      if (!(error instanceof MongoServerError) || error.code !== indexNotFound) throw error
    })
}

/** Sites of a former version were drawn for each request; each gets its first release. */
async function publishFirst(db: Db, at: Date, signal: AbortSignal): Promise<void> {
  for await (const { _id: site } of sitesIn(db).find({ state: 'live' }, { projection: { _id: 1 } })) {
    signal.throwIfAborted()
    const asked = await publicationsIn(db).countDocuments({ site }, { limit: 1 })
    if (asked === 0) await askPublication(db, { site, by: null, at })
  }
}
