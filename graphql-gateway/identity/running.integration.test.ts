// The process itself: where it refuses to start (S20), what survives its death, and keys that change while it runs.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@shuxiang/process/free-port'
import { openTestStore } from '@shuxiang/store-contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { signIn } from './contract/sign-in.ts'
import { visitor, type Visitor } from './contract/visitor.ts'
import { signsFor } from './keys/signing.ts'
import { portal, testClient } from './testing/client.ts'
import { serveIdentity } from './testing/identity.ts'

let folder = ''
const running: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'identity-process-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
})

function start(env: Readonly<Record<string, string>>): { child: ChildProcess; errors: () => string } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.mjs')], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'warn', ...env },
  })
  running.push(child)
  let errors = ''
  child.stderr?.on('data', (chunk) => (errors += String(chunk)))
  return { child, errors: () => errors }
}

/** Lines that the process says when it is ready. */
async function ready(child: ChildProcess): Promise<readonly string[]> {
  const [message]: { said?: string[] }[] = await once(child, 'message')
  return message?.said ?? []
}

it.each([
  ['production', { SHUXIANG_MODE: 'production' }, 'KEYCLOAK_URL'],
  ['another machine', { IDENTITY_ORIGIN: 'https://id.library.example' }, 'this machine only'],
  [
    'a Keycloak without the secret',
    { KEYCLOAK_URL: 'http://localhost:1' },
    'KEYCLOAK_PROVISIONER_SECRET_FILE',
  ],
  [
    'a Keycloak whose secret is not where it should be',
    { KEYCLOAK_URL: 'http://localhost:1', KEYCLOAK_PROVISIONER_SECRET_FILE: '/nowhere/secret' },
    'there is no secret in it',
  ],
  [
    'a Keycloak whose secret everybody can read',
    { KEYCLOAK_URL: 'http://localhost:1', KEYCLOAK_PROVISIONER_SECRET_FILE: '/dev/null' },
    'can be read by others',
  ],
  [
    'a realm with a pattern for an address',
    { NDL_PORTAL_URL: 'https://*.library.example' },
    'not an exact, safe address',
  ],
])('it does not start for %s, and says what to do', async (_, env, sentence) => {
  const { child, errors } = start(env)
  const [code] = await once(child, 'exit')
  expect(code).toBe(78)
  expect(errors()).toContain(sentence)
})

it('killed in the middle, it loses no session, and its secrets are for its owner only', async () => {
  const port = await freePort()
  const env = { IDENTITY_PORT: String(port) }
  const origin = `http://localhost:${port}`
  const first = start(env).child
  const [line = ''] = await ready(first)
  const [username = '', password = ''] = line.split(/\s+/)
  const client = testClient({ origin, issuer: `${origin}/realms/ndl` })
  const browser = visitor(origin)
  const { url, verifier } = client.authorizationUrl()
  const stop = await signIn(browser, url, { id: '', username, password, device: null })
  if (stop.at !== 'client') throw new Error('the sign-in stayed')
  const { body } = await client.token({
    grant_type: 'authorization_code',
    code: stop.address.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: portal,
  })
  const secrets = join(folder, 'identity')
  for (const name of readdirSync(secrets)) expect(statSync(join(secrets, name)).mode & 0o777).toBe(0o600)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const second = start(env).child
  await ready(second)
  expect((await client.refresh(body['refresh_token'])).status).toBe(200)
  expect(await client.userinfo(body['access_token'])).toBe(200)
  const silent = await browser.open(client.authorizationUrl({ prompt: 'none' }).url)
  expect(silent.at === 'client' && silent.address.searchParams.has('code')).toBe(true)
})

it('with a Keycloak it serves the page that activates cards and no sign-in', async () => {
  const port = await freePort()
  const file = join(folder, 'provisioner')
  writeFileSync(file, 'a secret\n', { mode: 0o600 })
  const env = {
    IDENTITY_PORT: String(port),
    KEYCLOAK_URL: `http://localhost:${await freePort()}`,
    KEYCLOAK_PROVISIONER_SECRET_FILE: file,
  }
  const [card = ''] = await ready(start(env).child)
  expect(card).toContain(`http://localhost:${port}/realms/ndl/login-actions/activate`)
  const status = async (path: string) => (await fetch(`http://localhost:${port}${path}`)).status
  expect(await (await fetch(`http://localhost:${port}/health/ready`)).json()).toEqual({
    status: 'ready',
    kind: 'keycloak',
  })
  expect(await status('/realms/ndl/login-actions/activate')).toBe(200)
  for (const path of [
    '/realms/ndl/account',
    '/realms/ndl/.well-known/openid-configuration',
    '/admin/realms/ndl',
  ])
    expect(await status(path)).toBe(404)
})

it('a new password ends the sessions that somebody else may have with the old one, and not the own', async () => {
  const store = await openTestStore()
  const served = await serveIdentity({ db: store.db('elsewhere') })
  const { people, cards } = served.identity
  const person = { id: '', username: 'n33/1', password: 'horse battery', device: null }
  await people.create({ username: person.username, password: person.password })
  const client = testClient(served)
  const comeIn = async (password: string) => {
    const browser = visitor(served.origin)
    await signIn(browser, client.authorizationUrl().url, { ...person, password })
    return browser
  }
  const isIn = async (browser: Visitor): Promise<boolean> => {
    const silent = await browser.open(client.authorizationUrl({ prompt: 'none' }).url)
    return silent.at === 'client' && silent.address.searchParams.has('code')
  }
  const fill = async (browser: Visitor, path: string, values: Readonly<Record<string, string>>) => {
    const stop = await browser.open(`${served.issuer}${path}`)
    const form = stop.at === 'page' ? stop.page.forms.find(({ method }) => method === 'post') : undefined
    if (form === undefined) throw new Error('there is no form')
    return browser.send(form, values)
  }
  const [own, other] = [await comeIn(person.password), await comeIn(person.password)]
  expect([await isIn(own), await isIn(other)]).toEqual([true, true])
  const chosen = { chosen: 'own words here', repeat: 'own words here' }
  await fill(own, '/account/password', { current: person.password, ...chosen })
  expect([await isIn(own), await isIn(other)]).toEqual([true, false])

  // A card whose reader forgot the password and has a new code.
  await cards.put([{ library: 'n33', card: '2', holder: '林晚晴', ageBand: 'adult' }])
  const activate = async () => {
    const activation = (await cards.issueCode('n33/2')) ?? ''
    const path = '/login-actions/activate'
    await fill(visitor(served.origin), path, { card: 'n33/2', library: '', activation, ...chosen })
  }
  await activate()
  const before = visitor(served.origin)
  await signIn(before, client.authorizationUrl().url, {
    ...person,
    username: 'n33/2',
    password: chosen.chosen,
  })
  expect(await isIn(before)).toBe(true)
  await activate()
  expect(await isIn(before)).toBe(false)
  // The gateway is told of each session that ended; none listens here.
  expect(served.complaints).toHaveLength(2)
  await served.close()
  await store.close()
})

it('the account pages ask who is not signed in, and let a sign-in be left', async () => {
  const store = await openTestStore()
  const served = await serveIdentity({
    db: store.db('account'),
    libraries: [{ code: 'n33', name: '浙江图书馆' }],
  })
  const who = { id: '', username: 'n33/1001', password: 'horse battery', device: null }
  await served.admin.post('/users', {
    username: who.username,
    enabled: true,
    credentials: [{ type: 'password', value: who.password }],
  })
  const stop = await signIn(visitor(served.origin), `${served.issuer}/account`, who)
  if (stop.at !== 'page') throw new Error('it led away')
  expect(stop.page.status).toBe(200)
  expect(stop.page.url.href).toBe(`${served.issuer}/account`)
  const left = await visitor(served.origin).open(`${served.issuer}/account?error=access_denied`)
  expect(left.at === 'page' && left.page.status).toBe(403)
  expect(served.complaints).toEqual([])
  await served.close()
  await store.close()
})

it('keys of another day are seen by who signs with the old ones', async () => {
  const store = await openTestStore()
  let now = Date.now()
  const served = await serveIdentity({ db: store.db('keys'), now: () => now })
  expect(await served.identity.outdated()).toBe(false)
  now += signsFor
  expect(await served.identity.outdated()).toBe(true)
  await served.close()
  await store.close()
})
