// Preparation over a real store: each migration once and in order, progress, one that was ended in its midst.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { currentMigration, isBehind, prepareStore, type Migration } from './install.ts'

const now = (): Date => new Date('2026-11-26T00:00:00Z')
let store: TestStore
let db: Db
let databases = 0
let ran: string[] = []

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(() => {
  db = store.db(`prepare${databases++}`)
  ran = []
})

const noted = (id: string): Migration => ({ id, run: async () => void ran.push(id) })
const module = (name: string, migrations: readonly Migration[]) => ({
  name,
  migrations: async () => migrations,
  seed: async () => void ran.push(`seed of ${name}`),
})

it('runs each migration once, all of them before the first seed, and seeds every time', async () => {
  const modules = [module('a', [noted('a-1')]), { name: 'b' }, module('c', [noted('c-1'), noted('c-2')])]
  await prepareStore({ db, now }, modules)
  expect(ran).toEqual(['a-1', 'c-1', 'c-2', 'seed of a', 'seed of c'])
  await prepareStore({ db, now }, modules)
  expect(ran.slice(5)).toEqual(['seed of a', 'seed of c'])
})

it('runs what a newer version adds, and nothing after what fails', async () => {
  await prepareStore({ db, now }, [module('a', [noted('a-1')])])
  const failing: Migration = { id: 'a-2', run: () => Promise.reject(new Error('no room')) }
  const next = (second: Migration) => [module('a', [noted('a-1'), second, noted('a-3')])]
  await expect(prepareStore({ db, now }, next(failing))).rejects.toThrow('no room')
  expect(ran).toEqual(['a-1', 'seed of a'])
  await prepareStore({ db, now }, next(noted('a-2')))
  expect(ran.slice(2)).toEqual(['a-2', 'a-3', 'seed of a'])
})

it('tells how far a long migration is, also after its process has ended, and nothing when it is done', async () => {
  const ending = new AbortController()
  const seen: unknown[] = []
  const long: Migration = {
    id: 'a-1',
    async run({ report, signal }) {
      for (let done = 0; done <= 4 && !signal.aborted; done++) {
        await report(done, 4)
        seen.push(await currentMigration(db))
        if (done === 2) ending.abort()
      }
    },
  }
  await expect(prepareStore({ db, now, signal: ending.signal }, [module('a', [long])])).rejects.toThrow()
  expect(seen.at(-1)).toEqual({ migration: 'a-1', done: 2, total: 4 })
  expect(await currentMigration(db)).toEqual({ migration: 'a-1', done: 2, total: 4 })
  await prepareStore({ db, now }, [module('a', [long])])
  expect(seen.at(-1)).toEqual({ migration: 'a-1', done: 4, total: 4 })
  expect(await currentMigration(db)).toBeNull()
})

it('knows a store of an earlier version from a new one and from one that is up to date', async () => {
  const earlier = [module('a', [noted('a-1')])]
  const later = [module('a', [noted('a-1'), noted('a-2')])]
  expect(await isBehind(db, later)).toBe(false)
  await prepareStore({ db, now }, earlier)
  expect(await isBehind(db, earlier)).toBe(false)
  expect(await isBehind(db, later)).toBe(true)
  await prepareStore({ db, now }, later)
  expect(await isBehind(db, later)).toBe(false)
})
