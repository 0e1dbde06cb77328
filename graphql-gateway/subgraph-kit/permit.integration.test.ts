// Guarded fields: what permit answers, and that a field which forgets to ask is found without anybody looking for it.
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { person } from '@shuxiang/permissions/fixture'
import { anonymous, type Principal } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createExecutor, permit, type SubgraphContext } from './index.ts'
import {
  attempt,
  defineUncheckedSubgraph,
  memoryAudit,
  testContext,
  type UncheckedResolvers,
} from './testing.ts'

interface PageDoc {
  readonly _id: string
  readonly library: string
  readonly author: string
  readonly published: boolean
}

let store: TestStore
let db: Db
beforeAll(async () => {
  store = await openTestStore()
  db = store.db('pages')
})
afterAll(() => store.close())
const pages = () => db.collection<PageDoc>('pages')
beforeEach(async () => {
  await pages().deleteMany({})
  await pages().insertOne({ _id: 'p1', library: 'sh-xuhui', author: 'author', published: false })
})

const now = 1_795_000_000_000
const publish = async (id: string): Promise<boolean> =>
  (await pages().updateOne({ _id: id }, { $set: { published: true } })).matchedCount === 1
const asks = async (id: string, context: SubgraphContext): Promise<void> => {
  const page = await pages().findOne({ _id: id })
  await permit(context, 'page.publish', {
    library: page?.library ?? null,
    author: page?.author ?? null,
    name: `page:${id}`,
  })
}

/** One mutation, by its resolver. */
const site = (resolve: UncheckedResolvers[string], declared = true) =>
  defineUncheckedSubgraph({
    name: 'site',
    typeDefs:
      'type Query { n: Int } type Mutation { publish(id: ID!, library: ID, times: [Int!]!): Boolean }',
    resolvers: { Mutation: resolve },
    ...(declared ? { actions: { 'Mutation.publish': 'page.publish' } } : {}),
  })

interface Args {
  readonly id: string
  readonly library: string
}
const good = site({
  publish: async (_: unknown, { id }: Args, context: SubgraphContext) => {
    await asks(id, context)
    return publish(id)
  },
})
const examples = {
  'Mutation.publish': {
    object: { library: 'sh-xuhui', author: 'author' },
    args: { id: 'p1', library: 'home' },
  },
}
const problems = (subgraph: typeof good) =>
  attempt(subgraph, { db, examples, now: () => now, collections: ['pages'] })

describe('permit', () => {
  const run = async (principal: Principal) => {
    const audit = memoryAudit()
    const context = testContext(db, { principal, audit, now: () => now })
    const { data, errors } = await createExecutor(good)(
      'mutation { publish(id: "p1", times: []) }',
      {},
      context,
    )
    return { data: data?.['publish'], error: errors?.[0]?.extensions, recorded: audit.recorded }
  }
  const fresh = { authenticatedAt: now / 1000 - 60 }
  const member = (library: string) =>
    person({ ...fresh, memberships: [{ library, role: 'publisher', expires: null }] })

  it('lets pass who may', async () =>
    expect(await run(member('sh-xuhui'))).toEqual({ data: true, error: undefined, recorded: [] }))

  it('asks nobody to sign in, and notes nothing', async () =>
    expect(await run(anonymous)).toEqual({ data: null, error: { code: 'UNAUTHENTICATED' }, recorded: [] }))

  it('refuses a member of another library, and notes it', async () =>
    expect(await run(member('home'))).toEqual({
      data: null,
      error: { code: 'FORBIDDEN', reason: 'library' },
      recorded: [
        {
          actor: 'somebody',
          client: 'ndl-console',
          action: 'page.publish',
          outcome: 'refused',
          reason: 'library',
          library: 'sh-xuhui',
          object: 'page:p1',
          requestId: 'test',
        },
      ],
    }))

  it('decides for each field by its own object, whatever stands beside it (S17)', async () => {
    await pages().insertOne({ _id: 'own', library: 'home', author: 'author', published: false })
    const audit = memoryAudit()
    const context = testContext(db, { principal: member('home'), audit, now: () => now })
    const { data, errors } = await createExecutor(good)(
      'mutation { one: publish(id: "own", times: []) publish(id: "p1", library: "home", times: []) }',
      {},
      context,
    )
    expect(data).toEqual({ one: true, publish: null })
    expect(errors?.map(({ path }) => path)).toEqual([['publish']])
    expect(audit.recorded.map(({ object }) => object)).toEqual(['page:p1'])
    expect(await pages().findOne({ _id: 'p1' })).toMatchObject({ published: false })
  })

  it('asks for a fresh second factor, and notes nothing', async () =>
    expect(await run({ ...member('sh-xuhui'), authenticatedAt: now / 1000 - 901 })).toEqual({
      data: null,
      error: { code: 'STEP_UP_REQUIRED', acrValues: '2', maxAge: 900 },
      recorded: [],
    }))

  it('that cannot note a refusal fails', async () => {
    const audit = { record: () => Promise.reject(new Error('the store is away')) }
    const context = testContext(db, { principal: member('home'), audit, now: () => now })
    const { errors } = await createExecutor(good)('mutation { publish(id: "p1", times: []) }', {}, context)
    expect(errors?.[0]?.message).toBe('the store is away')
  })
})

describe('every guarded field, as everybody who may not, on an object of another library', () => {
  it('is refused, noted and changes nothing', async () => {
    expect(await problems(good)).toEqual([])
    expect(await pages().findOne({ _id: 'p1' })).toMatchObject({ published: false })
  })

  it('one that forgets to ask is found, and fails whoever calls', async () => {
    const forgetful = site({ publish: (_: unknown, { id }: Args) => publish(id) })
    const found = await problems(forgetful)
    expect(found).toContain('Mutation.publish: nobody changes the store')
    expect(found[0]).toContain('never asked whether page.publish is permitted')
    const principal = person({
      authenticatedAt: now / 1000 - 60,
      memberships: [{ library: 'sh-xuhui', role: 'publisher', expires: null }],
    })
    const { data, errors } = await createExecutor(forgetful)(
      'mutation { publish(id: "p1", times: []) }',
      {},
      testContext(db, { principal, now: () => now }),
    )
    expect([data?.['publish'], errors?.length]).toEqual([null, 1])
  })

  it('one that believes the argument is found', async () => {
    const trusting = site({
      publish: async (_: unknown, { id, library }: Args, context: SubgraphContext) => {
        await permit(context, 'page.publish', { library })
        return publish(id)
      },
    })
    expect(await problems(trusting)).toEqual(
      expect.arrayContaining([
        'Mutation.publish: a publisher elsewhere is not refused: {"publish":true}',
        'Mutation.publish: a publisher elsewhere changes the store',
      ]),
    )
  })

  it('one that changes first and asks then is found', async () => {
    const hasty = site({
      publish: async (_: unknown, { id }: Args, context: SubgraphContext) => {
        const done = await publish(id)
        await asks(id, context)
        return done
      },
    })
    expect(await problems(hasty)).toContain('Mutation.publish: nobody changes the store')
  })

  it('one that refuses by itself is found, for nobody would know of it', async () => {
    const secretive = site({
      publish: async (_: unknown, { id }: Args, context: SubgraphContext) =>
        asks(id, { ...context, audit: memoryAudit() }),
    })
    expect(await problems(secretive)).toContain(
      'Mutation.publish: the refusal of a publisher elsewhere is not in the audit log',
    )
  })

  it('a new mutation is asked for its action, and a declared field for its example', async () => {
    expect(await problems(site({ publish: () => true }, false))).toEqual([
      'Mutation.publish: say in "actions" which action it is',
    ])
    expect(await attempt(good, { db, examples: {}, now: () => now, collections: [] })).toEqual([
      'Mutation.publish: give an example of an object of another library',
    ])
  })

  it('a field that looks at who asks is asked for its action; a guest may be given nothing', async () => {
    const shelf = (actions: Record<string, 'own.manage'>) =>
      defineUncheckedSubgraph({
        name: 'shelf',
        typeDefs: 'type Query { plain: Int mine: String }',
        resolvers: {
          Query: {
            plain: () => 1,
            mine: async (_: unknown, _args: unknown, context: SubgraphContext) => {
              if (context.principal.kind === 'anonymous') return null
              await permit(context, 'own.manage', { owner: context.principal.subject })
              return 'mine'
            },
          },
        },
        actions,
      })
    const tried = (subgraph: typeof good) =>
      attempt(subgraph, {
        db,
        examples: { 'Query.mine': { object: 'own' } },
        now: () => now,
        collections: [],
      })
    expect(await tried(shelf({}))).toEqual([
      'Query.mine looks at who asks: say in "actions" which action it is',
    ])
    expect(await tried(shelf({ 'Query.mine': 'own.manage' }))).toEqual([])
  })

  it('an action of no field, and a field of no action, are no definition', () => {
    const of = (actions: Record<string, 'page.publish'>) =>
      defineUncheckedSubgraph({ name: 'a', typeDefs: 'type Query { n: Int }', resolvers: {}, actions })
    expect(() => of({ 'Query.m': 'page.publish' })).toThrow('the SDL has no such field')
    const unknown: Record<string, never> = JSON.parse('{"Query.n":"page.eat"}')
    expect(() => of(unknown)).toThrow('know no action page.eat')
  })
})
