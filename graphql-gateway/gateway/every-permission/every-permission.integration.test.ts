// Every mutation of the product, and whatever else its subgraphs guard, is refused to all who may not, and noted.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCardDesk } from '@shuxiang/identity/card-desk'
import { openRunning, type Running } from '@shuxiang/product/running'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { installedOf, prepareStore } from '@shuxiang/subgraph-kit/module'
import { attempt, attemptByKey, silentLog, type Example } from '@shuxiang/subgraph-kit/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isObjectType, isUnionType, Kind, type GraphQLObjectType } from 'graphql'
import { examples, guardedByKey } from './examples.ts'
import { openToAll } from './open-to-all.ts'

let store: TestStore
let folder: string
let running: Running
const now = (): number => 1_795_000_000_000
const guarded = new Set<string>()
const triedByKey = new Set<string>()
/** Fields of Query without an action, and types that the gateway fetches by key without going through a field of Query. */
const unguarded = new Set<string>()

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'every-permission-'))
  const db = store.db('product')
  await prepareStore({ db, now: () => new Date(now()) }, subgraphs)
  const staffAccounts = { find: () => Promise.reject(new Error('nobody who may not gets here')) }
  const place = { dataDir: folder, origin: 'https://example.org', sitesOrigin: null }
  const cards = openCardDesk({ db: async () => db, folder: join(folder, 'identity'), now })
  const options = {
    db: async () => db,
    ...place,
    staffAccounts,
    cards,
    personal: async () => [],
    accounts: {
      facts: async () => null,
      isStaff: async () => false,
      sessions: { of: async () => [], end: async () => {} },
      pages: null,
    },
    refuseSession: async () => {},
    log: silentLog,
  }
  running = openRunning({ ...(await installedOf(subgraphs)), ...options })
})
afterAll(async () => {
  await running.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

it.each(subgraphs.map((module) => [module.name, module] as const))('%s', async (_, module) => {
  const db = store.db('product')
  const subgraph = await module.create(running.parts)
  for (const field of Object.keys(subgraph.schema.getQueryType()?.getFields() ?? {}))
    if (!field.startsWith('_') && !subgraph.actions.has(`Query.${field}`)) unguarded.add(`Query.${field}`)
  const entities = subgraph.schema.getType('_Entity')
  for (const type of isUnionType(entities) ? entities.getTypes() : [])
    if (isObjectType(type) && isResolvable(type)) {
      const named = `${subgraph.name}:${type.name}`
      const guard = Object.hasOwn(guardedByKey, named) ? guardedByKey[named] : undefined
      if (!guard) unguarded.add(named)
      else {
        const wanted = { type: type.name, action: guard.action, example: await guard.example(db) }
        expect(await attemptByKey(subgraph, { db, now }, wanted)).toEqual([])
        triedByKey.add(named)
      }
    }
  const made: Record<string, Example> = {}
  for (const place of subgraph.actions.keys()) {
    guarded.add(place)
    const example = Object.hasOwn(examples, place) ? examples[place] : undefined
    if (example) made[place] = await example(db)
  }
  expect(await attempt(subgraph, { db, examples: made, now, collections: module.collections })).toEqual([])
})

it('no example is of a field that is not guarded', () =>
  expect(Object.keys(examples).filter((place) => !guarded.has(place))).toEqual([]))

it('what asks for no permission is what somebody has decided to open', () =>
  expect([...unguarded].toSorted()).toEqual([...openToAll].toSorted()))

it('no type is guarded by key that is not fetched so', () =>
  expect(Object.keys(guardedByKey).filter((type) => !triedByKey.has(type))).toEqual([]))

/** Not only named with its key, for another subgraph to give the rest. */
const isResolvable = ({ astNode }: GraphQLObjectType): boolean =>
  astNode?.directives?.some(
    ({ name, arguments: given }) =>
      name.value === 'key' &&
      !given?.some(
        ({ name: of, value }) => of.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
      ),
  ) ?? false
