// Deleting an account, with the embedded provider: nothing of the person is left anywhere, whatever died on the way.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuditLog } from '@shuxiang/audit'
import { accountsById, asProvisioner } from '@shuxiang/identity/admin-client'
import { serveIdentity, type TestIdentity } from '@shuxiang/identity/testing/identity'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { dyingDb } from '@shuxiang/store-contract/dying-db'
import { everythingOf, personalKeepers, prepareStore } from '@shuxiang/subgraph-kit/module'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deletionJob, stepsOf } from './job.ts'

let store: TestStore
let db: Db
let identity: TestIdentity
const folder = mkdtempSync(join(tmpdir(), 'deletion-'))
const secretFile = join(folder, 'secret')
const now = (): Date => new Date()
const keepers = () => personalKeepers(subgraphs)
let n = 3000

beforeAll(async () => {
  store = await openTestStore()
  db = store.db('deletion')
  await prepareStore({ db, now }, subgraphs)
  identity = await serveIdentity({ db, libraries: [{ code: 'n330110', name: '余杭区图书馆' }] })
  writeFileSync(secretFile, identity.identity.provisionerSecret, { mode: 0o600 })
})
afterAll(async () => {
  expect(identity.complaints).toEqual([])
  await identity.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const accounts = () => accountsById(asProvisioner({ origin: identity.origin, realm: 'ndl', secretFile }))
const job = (at = accounts()) => deletionJob({ accounts: at, keepers })
const said: string[] = []
const log = {
  debug() {},
  info() {},
  warn: (facts: object) => void said.push('err' in facts ? String(facts.err) : ''),
  error() {},
}
const runJob = (at: Db = db, with_ = job()) =>
  with_.run({ db: at, now, log, dataDir: folder, publicOrigin: '' }, new AbortController().signal)

interface Leaver {
  readonly subject: string
  readonly username: string
  readonly card: string
}

/** Somebody with a card, a shelf and a role, whose week is over. */
async function leaver(): Promise<Leaver> {
  const card = String(n++)
  const username = `n330110/${card}`
  const { cards } = identity.identity
  await cards.put([{ library: 'n330110', card, holder: '林晚晴', ageBand: 'adult' }])
  const code = (await cards.issueCode(username)) ?? ''
  const proof = { library: 'n330110', card, address: '203.0.113.9' }
  const opened = await cards.activate({ ...proof, code, password: 'seven quiet rivers' })
  if (typeof opened === 'string') throw new Error(`the card was not activated: ${opened}`)
  const subject = opened.account
  const at = new Date('2026-11-01T00:00:00Z')
  const named = (_id: string) => ({ _id: `${_id}-${subject}` })
  const put = (collection: string, doc: { readonly _id: string } & Readonly<Record<string, unknown>>) =>
    db.collection<{ _id: string }>(collection).insertOne(doc)
  await put('account_lists', {
    ...named('list'),
    ...{
      owner: subject,
      shelf: false,
      name: '诗',
      count: 0,
      items: [],
      rev: 1,
      createdAt: at,
      changedAt: at,
    },
  })
  const role = {
    library: 'n33',
    role: 'editor',
    state: 'held',
    expires: null,
    next: null,
    proposal: null,
    rev: 1,
  }
  const step = { state: 'held', at, reason: '新馆员' }
  await put('memberships', {
    ...named('own'),
    ...{ ...role, subject, username, turn: 1, steps: [{ ...step, by: 'admin', name: 'n33/admin' }] },
  })
  await put('memberships', {
    ...named('given'),
    ...{
      ...role,
      subject: `other-${card}`,
      username: 'n33/1',
      turn: 1,
      steps: [{ ...step, by: subject, name: username }],
    },
  })
  const deed = { site: 'n330110', at, by: subject, name: username }
  await put('site_publications', { ...named('publication'), ...deed, number: Number(card) })
  await put('site_revisions', { ...named('revision'), ...deed, page: card, rev: 1, why: 'edit', label: null })
  await put('assets', {
    ...named('asset'),
    library: 'n330110',
    at,
    by: subject,
    byName: username,
    name: '馆舍',
  })
  const waiting = {
    subject,
    state: 'waiting',
    askedAt: at,
    dueAt: new Date('2026-11-08T00:00:00Z'),
    done: [],
  }
  await put('account_deletions', { ...named('deletion'), ...waiting, goneAt: null })
  return { subject, username, card }
}

/** Whatever the store has under a collection that is not the library's own, as text. */
async function everywhere(): Promise<string> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  const texts = names
    .filter((name) => !/^(identity_cards|audit)/.test(name))
    .map(async (name) => JSON.stringify(await db.collection(name).find({}).toArray()))
  return (await Promise.all(texts)).join('\n')
}

async function expectGone({ subject, username, card }: Leaver): Promise<void> {
  const left = await everywhere()
  expect(left.split(subject).length - 1).toBe(
    // Who gave a role stays as a subject that names nobody; the ids of these tests are no product's.
    left.split(`"by":"${subject}"`).length - 1 + left.split(`-${subject}"`).length - 1,
  )
  expect(left).not.toContain(username)
  const { cards, people } = identity.identity
  expect(await people.find(subject)).toBeNull()
  expect(await cards.find(username)).toMatchObject({ state: 'waiting', account: null, holder: '林晚晴' })
  const code = (await cards.issueCode(username)) ?? ''
  const proof = { library: 'n330110', card, code, address: '203.0.113.9' }
  const again = await cards.activate({ ...proof, password: 'eight loud brooks' })
  expect(again).toMatchObject({ username })
  expect(again).not.toMatchObject({ account: subject })
}

it('nothing of the person is left, the log names them by their subject, and the card opens another account', async () => {
  const who = await leaver()
  const before = await everythingOf(await keepers(), { db, now }, who.subject)
  expect(before).toMatchObject({
    account: { lists: [{ name: '诗' }] },
    operations: { roles: [{ library: 'n33' }] },
    sites: {
      publishing: { publications: [{ number: Number(who.card) }] },
      editing: { revisions: [{ rev: 1 }] },
    },
    assets: { given: [{ name: '馆舍' }] },
  })
  await runJob()
  await expectGone(who)
  const entries = await openAuditLog(db, Date.now).entries({ limit: 50 })
  expect(
    entries.filter(({ actor, object }) => actor === 'jobs' && object === `account:${who.subject}`),
  ).toMatchObject([{ actor: 'jobs', action: 'account.delete', outcome: 'done' }])
  expect(await everythingOf(await keepers(), { db, now }, who.subject)).toMatchObject({
    account: { lists: [], histories: null, merges: [], searches: [] },
    operations: { roles: [], proposals: [], invitations: [] },
  })
})

it('nobody signs in meanwhile', async () => {
  const { subject, username } = await leaver()
  const { people } = identity.identity
  const stuck = { ...accounts(), remove: () => Promise.reject(new Error('away')) }
  await runJob(db, job(stuck))
  expect(await people.checkPassword(username, 'seven quiet rivers', 'x')).toBe('refused')
  expect(await people.find(subject)).toMatchObject({ enabled: false })
  await runJob()
  expect(await people.find(subject)).toBeNull()
})

it('a provider that is away is asked again', async () => {
  const who = await leaver()
  said.length = 0
  const nowhere = accountsById(asProvisioner({ origin: 'http://localhost:1', realm: 'ndl', secretFile }))
  await runJob(db, job(nowhere))
  expect(said).toHaveLength(1)
  expect(await everywhere()).toContain(who.username)
  await runJob()
  await expectGone(who)
})

it('whatever write is the last one, the next run goes on', async () => {
  // One write or two for each collection that keeps something of people: more of them than there are.
  const most = 60
  for (let lives = 0; lives < most; lives++) {
    const who = await leaver()
    said.length = 0
    await runJob(dyingDb(db, lives)).catch(() => undefined)
    const died = said.length > 0
    await runJob()
    await expectGone(who)
    if (!died) return
  }
  throw new Error(`It writes ${most} times or more.`)
})

it('killed before and after each step, the next run goes on', async () => {
  const script = new URL('./testing/carry-out-and-hang.ts', import.meta.url).pathname
  const names = stepsOf({ db, now }, { accounts: accounts() }, await keepers()).map(({ name }) => name)
  const erased = (await keepers()).map(({ name }) => `erase ${name}`)
  expect(erased).toEqual(expect.arrayContaining(['erase account', 'erase operations', 'erase sites']))
  expect(names).toEqual(['disable', ...erased, 'remove', 'cards', 'note'])
  for (const [i, name] of names.entries()) {
    const who = await leaver()
    const args = [
      store.uri,
      db.databaseName,
      identity.origin,
      secretFile,
      name,
      i % 2 === 0 ? 'after' : 'before',
    ]
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await runJob()
    await expectGone(who)
  }
}, 60_000)
