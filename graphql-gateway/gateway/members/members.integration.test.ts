// Roles at libraries through the gateway as a process, with tokens, and with the accounts of the embedded provider.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf, drawSecret, stepAt } from '@shuxiang/identity/people'
import { serveIdentity, type TestIdentity } from '@shuxiang/identity/testing/identity'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
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
import { startFilled, type FilledGateway } from '../testing/filled-gateway.ts'

let folder: string
let store: TestStore
let identity: TestIdentity
let gateway: FilledGateway
let key: Signer
let keys: Awaited<ReturnType<typeof keyServer>>
/** Subjects of accounts, by their names. */
const subjects = new Map<string, string>()

const fill = (db: Db): Promise<unknown> => prepareStore({ db, now: () => new Date() }, subgraphs)

async function makeAccount(username: string, device: boolean): Promise<void> {
  const { people } = identity.identity
  const account = await people.create({ username, password: 'horse battery' })
  if (account === 'taken') throw new Error('taken')
  const secret = drawSecret()
  if (device) await people.enrolDevice(account.id, secret, codeOf(secret, stepAt(Date.now())))
  subjects.set(username, account.id)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'members-'))
  store = await openTestStore()
  identity = await serveIdentity({ db: store.db('identity') })
  await makeAccount('n33/admin-1', true)
  await makeAccount('n33/editor-1', true)
  await makeAccount('n33/reader-1', false)
  const secretFile = join(folder, 'provisioner.secret')
  await writeFile(secretFile, `${identity.identity.provisionerSecret}\n`)
  key = await signer('k1')
  keys = await keyServer(json(await published(key)))
  gateway = await startFilled(async (db) => void (await fill(db)), {
    IDENTITY_ORIGIN: new URL(issuer).origin,
    IDENTITY_KEYS_URL: keys.url,
    IDENTITY_ADMIN_URL: identity.origin,
    KEYCLOAK_PROVISIONER_SECRET_FILE: secretFile,
  })
})
afterAll(async () => {
  await gateway.close()
  keys.close()
  await identity.close()
  await store.close()
  await rm(folder, { recursive: true })
})

const staff = (sub: string, ...roles: readonly string[]): JWTPayload => ({
  sub,
  sid: `s-${sub}`,
  azp: 'ndl-console',
  acr: '2',
  preferred_username: `ndl/${sub}`,
  realm_access: { roles: ['reader', 'staff', ...roles] },
})
const account = (name: string): JWTPayload => staff(subjects.get(name) ?? 'nobody')
const lu = staff('lu', 'national-admin')
const wang = staff('wang', 'national-admin')

async function ask(query: string, who: JWTPayload, variables: object = {}) {
  const token = await sign(key, { ...claims(Math.floor(Date.now() / 1000)), ...who })
  const { body } = await gateway.ask('/graphql', {
    body: { query, variables },
    headers: { authorization: `Bearer ${token}` },
  })
  return { data: body.data, errors: JSON.stringify(body.errors ?? []) }
}
async function idFrom(query: string, who: JWTPayload, variables: object = {}): Promise<string> {
  const { data, errors } = await ask(query, who, variables)
  const id = /"id":"([^"]+)"/.exec(JSON.stringify(data))?.[1]
  if (id === undefined) throw new Error(errors)
  return id
}

const expires = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString()
const terms = (username: string, more = '') =>
  `library: "n33", username: "${username}", reason: "分馆事务", expires: "${expires}"${more}`
const members = '{ members(library: "n33") { edges { node { username role state } } } }'

it('makes a branch admin of four eyes, who gives a role, and is nobody from the moment it is withdrawn', async () => {
  const admin = account('n33/admin-1')
  expect((await ask(members, admin)).errors).toContain('"FORBIDDEN"')

  const proposal = await idFrom(`mutation { proposeAdmin(${terms('N33/Admin-1 ')}) { id } }`, lu)
  const confirm = 'mutation($id: ID!) { confirmAdmin(id: $id) { id } }'
  expect((await ask(confirm, lu, { id: proposal })).errors).toContain('second-person')
  expect((await ask(members, admin)).errors).toContain('"FORBIDDEN"')
  await idFrom(confirm, wang, { id: proposal })

  await idFrom(`mutation { grantRole(${terms('n33/editor-1', ', role: EDITOR')}) { id } }`, admin)
  expect((await ask(members, admin)).data).toEqual({
    members: {
      edges: [
        { node: { username: 'n33/admin-1', role: 'BRANCH_ADMIN', state: 'IN_EFFECT' } },
        { node: { username: 'n33/editor-1', role: 'EDITOR', state: 'IN_EFFECT' } },
      ],
    },
  })
  // The same person through the portal, or without a second factor, is no member.
  expect((await ask(members, { ...admin, azp: 'ndl-portal' })).errors).toContain('"FORBIDDEN"')
  expect((await ask(members, { ...admin, acr: '1' })).errors).toContain('STEP_UP_REQUIRED')
  // Nor is an editor an admin, nor an admin one of another library.
  expect((await ask(members, account('n33/editor-1'))).errors).toContain('"FORBIDDEN"')
  expect((await ask('{ members(library: "n44") { totalCount } }', admin)).errors).toContain('"FORBIDDEN"')

  const { data } = await ask('{ members(library: "n33") { edges { node { id role } } } }', lu)
  const id = /"id":"([^"]+)","role":"BRANCH_ADMIN"/.exec(JSON.stringify(data))?.[1]
  await idFrom('mutation($id: ID!) { withdrawRole(id: $id, reason: "离任") { id } }', lu, { id })
  expect((await ask(members, admin)).errors).toContain('"FORBIDDEN"')
})

it('tells it all in the audit log, the refusals too', async () => {
  const { data } = await ask('{ auditEntries(library: "n33") { action outcome reason } }', lu)
  const lines = (data as { auditEntries: Record<string, string>[] }).auditEntries
    .map(({ action, outcome, reason }) => [action, outcome, reason].join(' '))
    .reverse()
  expect(lines).toEqual([
    'member.read REFUSED role',
    'admin.propose DONE 分馆事务',
    'admin.grant REFUSED second-person',
    'admin.grant DONE 分馆事务',
    'member.grant DONE 分馆事务',
    'member.read REFUSED client',
    'member.read REFUSED role',
    'member.withdraw DONE 离任',
  ])
})

it('gives no role to an account without a device, or that is not there', async () => {
  const grant = (username: string) =>
    ask(`mutation { grantRole(${terms(username, ', role: EDITOR')}) { id } }`, lu)
  expect((await grant('n33/reader-1')).errors).toContain('no device for one-time codes')
  expect((await grant('n33/nobody')).errors).toContain('no account with this name')
})
