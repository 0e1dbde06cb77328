// The logins that a start prints: who is an editor, a publisher or an admin of a library is one when they sign in.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@shuxiang/process/free-port'
import { openStore } from '@shuxiang/embedded-store'
import { codeOf, stepAt } from '@shuxiang/identity/people'
import { portal, testClient } from '@shuxiang/identity/testing/client'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '../../identity/contract/sign-in.ts'
import { visitor } from '../../identity/contract/visitor.ts'
import { startFilled, type FilledGateway } from '../testing/filled-gateway.ts'

/** One of their own: processes of the product write to its database by its name. */
let store: Awaited<ReturnType<typeof openStore>>
let folder: string
let identity: ChildProcess
let gateway: FilledGateway
let origin: string
/** What the start of identity has printed. */
let said: readonly string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-roles-'))
  store = await openStore({ dataDir: folder })
  const client = new MongoClient(store.uri)
  // Libraries are there from the first start on.
  await prepareStore({ db: client.db('shuxiang'), now: () => new Date() }, subgraphs)
  await client.close()
  const port = await freePort()
  origin = `http://localhost:${port}`
  identity = spawn(process.execPath, [fileURLToPath(new URL('../../identity/main.mjs', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      MONGODB_URI: store.uri,
      IDENTITY_PORT: String(port),
      LOG_LEVEL: 'fatal',
    },
  })
  const [message]: { said?: readonly string[] }[] = await once(identity, 'message')
  said = message?.said ?? []
  gateway = await startFilled(async () => {}, { MONGODB_URI: store.uri, IDENTITY_ORIGIN: origin })
})
afterAll(async () => {
  await gateway.close()
  const ended = once(identity, 'exit')
  identity.kill('SIGTERM')
  await ended
  await store.close()
  await rm(folder, { recursive: true })
})

/** An access token of the console, by the printed line of an account. */
async function consoleToken(username: string): Promise<string> {
  const line = said.find((each) => each.startsWith(username)) ?? ''
  const password = line.split(/\s+/)[1] ?? ''
  const secret = /secret=([A-Z2-7]+)/.exec(line)?.[1] ?? ''
  const client = testClient({ origin, issuer: `${origin}/realms/ndl` }, 'ndl-console')
  const { url, verifier } = client.authorizationUrl()
  const code = codeOf(secret, stepAt(Date.now()))
  const stop = await signIn(visitor(origin), url, { id: '', username, password, device: null }, { code })
  if (stop.at !== 'client') throw new Error(`the sign-in of ${username} stayed`)
  const { body } = await client.token({
    grant_type: 'authorization_code',
    code: stop.address.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: portal,
  })
  return String(body['access_token'])
}

it('are of people who have their roles', async () => {
  const ask = async (username: string) => {
    const { body } = await gateway.ask('/graphql', {
      body: { query: '{ members(library: "n33") { edges { node { username role state } } } }' },
      headers: { authorization: `Bearer ${await consoleToken(username)}` },
    })
    return body
  }
  const cast = [
    ['n33/admin-1', 'BRANCH_ADMIN'],
    ['n33/editor-1', 'EDITOR'],
    ['n33/publisher-1', 'PUBLISHER'],
  ].map(([username, role]) => ({ node: { username, role, state: 'IN_EFFECT' } }))
  for (const username of ['n33/admin-1', 'ndl/admin-1'])
    expect(await ask(username)).toEqual({ data: { members: { edges: cast } } })
  expect(JSON.stringify((await ask('n33/editor-1')).errors)).toContain('"FORBIDDEN"')
})
