// Shelf and lists through the gateway as a process, with access tokens: whose is whose, and nothing kept for others.
import { subgraphs } from '@shuxiang/product/subgraphs'
import { kindsOf } from '@shuxiang/record'
import { recordWith } from '@shuxiang/record/fixture'
import { upsertMany, withdraw } from '@shuxiang/subgraph-catalogue/content'
import { installedOf, prepareStore } from '@shuxiang/subgraph-kit/module'
import { facets } from '@shuxiang/vocabulary'
import type { JWTPayload } from 'jose'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  claims,
  issuer,
  json,
  keyServer,
  published,
  sign,
  signer,
  type Signer,
} from '../authentication/provider.fixture.ts'
import { startFilled, type Answer, type FilledGateway } from '../testing/filled-gateway.ts'

const day = new Date('2026-11-22T00:00:00Z')
const records = ['bhere', 'bgone'].map((id) =>
  recordWith({ id, kind: 'book', title: `题名 ${id}`, details: {} }),
)
let gateway: FilledGateway
let key: Signer
let keys: Awaited<ReturnType<typeof keyServer>>

async function fill(db: Db): Promise<void> {
  await prepareStore({ db, now: () => day }, subgraphs)
  const kinds = kindsOf((await installedOf(subgraphs)).kinds, facets)
  const { refused } = await upsertMany(
    db,
    kinds,
    records.map((record) => ({ record, texts: [], files: [], holdings: [] })),
    day,
  )
  expect(refused).toEqual([])
  await withdraw(db, 'bgone', { at: day, reason: '权利人要求' })
}

beforeAll(async () => {
  key = await signer('k1')
  keys = await keyServer(json(await published(key)))
  gateway = await startFilled(fill, {
    IDENTITY_ORIGIN: new URL(issuer).origin,
    IDENTITY_KEYS_URL: keys.url,
  })
})
afterAll(async () => {
  await gateway.close()
  keys.close()
})

async function ask(query: string, who: JWTPayload | null, variables: object = {}): Promise<Answer> {
  const now = Math.floor(Date.now() / 1000)
  const headers =
    who === null ? {} : { authorization: `Bearer ${await sign(key, { ...claims(now), ...who })}` }
  return gateway.ask('/graphql', { body: { query, variables }, headers: headers as Record<string, string> })
}
const li = { sub: 'li', sid: 's-li' }
const du = { sub: 'du', sid: 's-du', azp: 'site-n33', preferred_username: 'n33/7' }
const put = `mutation($id: ID!) { putOnShelf(record: { recordId: $id, title: "旧题名", kind: "book" }) { id } }`
const shelf = `{ me { shelf { count items { edges { node { recordId title record { title withdrawn { reason } } } } } } } }`

it('shows each reader their own, and no cache gives it to another', async () => {
  expect((await ask(put, li, { id: 'bhere' })).body.errors).toBeUndefined()
  const answers: Answer[] = []
  for (const who of [li, du, null, li]) answers.push(await ask(shelf, who))
  const kept = { count: 1, items: { edges: [{ node: { recordId: 'bhere' } }] } }
  expect(answers.map(({ body }) => body.data)).toMatchObject([
    { me: { shelf: kept } },
    { me: { shelf: { count: 0 } } },
    { me: null },
    { me: { shelf: kept } },
  ])
  for (const { headers } of answers) expect(headers['cache-control']).toMatch(/\bno-store$/)
})

it('keeps the title of a record that was withdrawn, or never was', async () => {
  for (const id of ['bgone', 'bnever']) await ask(put, du, { id })
  const { body } = await ask(shelf, du)
  // The gateway names a record that nobody has; all else of the answer is there.
  expect(body.errors).toMatchObject([{ extensions: { code: 'NULL_IN_ANSWER' } }])
  expect(body.data).toMatchObject({
    me: {
      shelf: {
        items: {
          edges: [
            { node: { recordId: 'bnever', title: '旧题名', record: null } },
            {
              node: {
                recordId: 'bgone',
                title: '旧题名',
                record: { title: '题名 bgone', withdrawn: { reason: '权利人要求' } },
              },
            },
          ],
        },
      },
    },
  })
})

it('refuses the list of another by id, alias, variable and nesting, whatever client they come through', async () => {
  const made = await ask('mutation { createList(key: "key-00001", name: "私密") { id } }', li)
  const { createList } = made.body.data as { createList: { id: string } }
  const { id } = createList
  const attacks = [
    'query($id: ID!) { me { list(id: $id) { name items { edges { node { title record { title } } } } } } }',
    'query($id: ID!) { me { shelf { id } a: list(id: $id) { n: name } b: list(id: $id) { name } } }',
    'mutation($id: ID!) { renameList(id: $id, name: "x") { name } }',
    'mutation($id: ID!) { shelf: takeOffShelf(recordId: "bhere") { id } a: removeList(id: $id) { name } }',
    'mutation($id: ID!) { restoreList(id: $id) { name } }',
    'mutation($id: ID!) { removeFromList(id: $id, recordId: "bhere") { name } }',
    'mutation($id: ID!) { addToList(id: $id, record: { recordId: "bhere", title: "x", kind: "book" }) { name } }',
  ]
  const strangers = [du, { sub: 'admin', sid: 's-a', realm_access: { roles: ['reader', 'national-admin'] } }]
  for (const who of strangers)
    for (const query of attacks) {
      const { body } = await ask(query, who, { id })
      expect([query, JSON.stringify(body.errors)]).toEqual([query, expect.stringContaining('"FORBIDDEN"')])
      expect(JSON.stringify(body.data)).not.toContain('私密')
    }
  const console = {
    sub: 'admin',
    sid: 's-c',
    azp: 'ndl-console',
    acr: '2',
    realm_access: { roles: ['reader', 'staff', 'national-admin'] },
  }
  for (const query of attacks)
    expect(JSON.stringify((await ask(query, console, { id })).body.errors)).toMatch(
      /"(FORBIDDEN|STEP_UP_REQUIRED)"/,
    )
  const after = await ask('query($id: ID!) { me { list(id: $id) { name count } } }', li, { id })
  expect(after.body.data).toEqual({ me: { list: { name: '私密', count: 0 } } })
})

it('lets nobody keep anything who is not signed in, and says so', async () => {
  expect((await ask(put, null, { id: 'bhere' })).body).toMatchObject({
    data: null,
    errors: [{ message: 'Sign in for this.', extensions: { code: 'UNAUTHENTICATED' } }],
  })
})
