// An older realm of a real Keycloak, brought to what the file has: by the command, killed in between, and run again.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { adminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import { testedKeycloak } from '../contract/keycloak.ts'
import { toldOf } from '../contract/probe.ts'
import { refresh, signedIn } from '../contract/session.ts'
import { contractSuite } from '../contract/suite.ts'
import { portal } from '../contract/tested.ts'
import { startKeycloak, type Keycloak } from '../peer/keycloak.ts'
import { peerFolder } from '../peer/places.ts'
import { provisionerSuite } from '../provisioner/suite.ts'
import { olderPerson, olderRealm } from './older-realm.fixture.ts'

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

/** Runs the command; killed as soon as it has told so many changes, when a number is given. */
async function run(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  killAfter = Infinity,
): Promise<Ran> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'command.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KEYCLOAK_URL: '', NDL_PORTAL_URL: '', NDL_CONSOLE_URL: '', ...env },
  })
  let [out, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
    if (out.split('\n').filter((line) => line.startsWith('  ')).length >= killAfter) child.kill('SIGKILL')
  })
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  const [code] = await once(child, 'close')
  return { code: code === null ? null : Number(code), out, errors }
}

const folder = mkdtempSync(join(tmpdir(), 'live-realm-'))
const secretFile = join(folder, 'secret')
afterAll(() => rmSync(folder, { recursive: true }))

describe('without a Keycloak to bring anywhere', () => {
  it('says that the embedded provider reads the file itself', async () => {
    const { code, out } = await run({}, ['plan'])
    expect([code, out]).toEqual([0, expect.stringContaining('reads the realm file whenever it starts')])
  })

  it.each([
    ['a word that is none', ['destroy'], 'Use: npm run realm'],
    ['nobody', ['plan', '--secret-file', secretFile], 'Name a user or a client'],
    ['the provisioner', ['apply', '--client', 'ndl-provisioner'], 'may not change the realm'],
    ['a file that is not there', ['plan', '--user', 'admin', '--secret-file', '/nowhere'], 'no secret in'],
  ])('refuses %s with a sentence', async (_, args, sentence) => {
    const { code, errors } = await run({ KEYCLOAK_URL: 'http://localhost:1' }, args)
    expect([code, errors]).toEqual([1, expect.stringContaining(sentence)])
  })

  it('does not bring addresses of this machine to a Keycloak of others', async () => {
    writeFileSync(secretFile, 'x', { mode: 0o600 })
    const env = { KEYCLOAK_URL: 'https://id.library.example' }
    const { code, errors } = await run(env, ['plan', '--user', 'admin', '--secret-file', secretFile])
    expect([code, errors]).toEqual([1, expect.stringContaining('NDL_PORTAL_URL is http://localhost:8080')])
  })
})

const keycloak = await startKeycloak({ folder: peerFolder(process.env), realm: olderRealm() })
if (typeof keycloak === 'string') {
  console.log(`No older realm is brought to the file: ${keycloak}`)
  describe('an older realm', () => test.skip('is brought to the file', () => {}))
} else {
  afterAll(() => keycloak.close())
  olderRealmSuite(keycloak)
  contractSuite('a realm that was brought to the file', () => testedKeycloak(keycloak))
  provisionerSuite('libraries in a realm that was brought to the file', () => testedKeycloak(keycloak))
}

function olderRealmSuite({ origin, adminPassword, ...keycloak }: Keycloak): void {
  const operator = ['--user', 'admin', '--secret-file', secretFile]
  const realm = (...args: readonly string[]): Promise<Ran> =>
    run({ KEYCLOAK_URL: origin }, [...args, ...operator])
  const token = adminTokens(`${origin}/realms/master`, { username: 'admin', password: adminPassword })
  const admin = adminClient({ origin, realm: 'ndl', token })
  const any = z.record(z.string(), z.unknown())
  const many = z.array(z.looseObject({ id: z.string().optional() }))

  describe('an older realm', { timeout: 240_000 }, () => {
    let sessionBefore = ''

    it('is compared in words, with nothing changed', async () => {
      writeFileSync(secretFile, adminPassword, { mode: 0o600 })
      await admin.post('/organizations', {
        name: '徐汇区图书馆',
        alias: 'sh-xuhui',
        enabled: true,
        domains: [{ name: 'xuhui.library.example', verified: true }],
      })
      const tested = await testedKeycloak({ origin, adminPassword, ...keycloak })
      const person = { ...olderPerson, id: '', device: null }
      sessionBefore = (await signedIn(tested, portal, person)).tokens.refresh_token
      const first = await realm('plan')
      expect(first.errors).toBe('')
      expect(first.code).toBe(2)
      for (const line of [
        'accessTokenLifespan: 600 -> 300',
        'adminEventsEnabled: false -> true',
        'card_activation: new',
        'auditor: new',
        'ndl-reader-roles: without national-admin',
        'reader-profile, name: new',
        'ndl-console: without by hand',
        'ndl-provisioner-limits: new',
        'ndl provisioner: roles: new',
        'ndl-provisioner, rights of realm-management: without manage-users',
        'old.library.example',
        '"ndl refuse without otp"',
      ])
        expect(first.out).toContain(line)
      expect(first.out).not.toMatch(/of the operator|of the province|smtp|province|site-sh-xuhui/)
      expect((await realm('plan')).out).toBe(first.out)
      expect((await realm()).out).toBe(first.out)
    })

    it('is not changed by who has not the right, or the wrong password', async () => {
      writeFileSync(secretFile, 'wrong', { mode: 0o600 })
      expect(await realm('apply')).toMatchObject({
        code: 1,
        errors: expect.stringContaining('refuses the name'),
      })
      writeFileSync(secretFile, olderPerson.password, { mode: 0o600 })
      const { code } = await run({ KEYCLOAK_URL: origin }, [
        ...['apply', '--user', olderPerson.username, '--secret-file', secretFile, '--login-realm', 'ndl'],
      ])
      expect(code).toBe(1)
      writeFileSync(secretFile, adminPassword, { mode: 0o600 })
      expect((await realm('plan')).code).toBe(2)
    })

    it('is brought there by runs that are killed, and a last one; sign-ins go on in between', async () => {
      const tested = await testedKeycloak({ origin, adminPassword, ...keycloak })
      const person = { ...olderPerson, id: '', device: null }
      for (const changes of [2, 9, 9, 7]) {
        expect((await killed('apply', changes)).code).toBeNull()
        await signedIn(tested, portal, person)
      }
      const last = await realm('apply')
      expect(last.errors).toBe('')
      expect([last.code, last.out]).toEqual([0, expect.stringContaining('changes made.')])
    })

    it('is then as the file has it, and a second run does nothing', async () => {
      expect(await realm('plan')).toMatchObject({
        code: 0,
        out: expect.stringContaining('as the file has it'),
      })
      const again = await realm('apply')
      expect([again.code, again.out]).toEqual([0, expect.stringContaining('nothing was changed')])
    })

    it('keeps what the file does not know: sessions, people, sites, organizations, logins of others, mail', async () => {
      const tested = await testedKeycloak({ origin, adminPassword, ...keycloak })
      expect(await toldOf(await refresh(tested, portal, sessionBefore))).toBe('200')
      expect(await admin.get('', any)).toMatchObject({
        smtpServer: { host: 'mail.library.example' },
        supportedLocales: expect.arrayContaining(['de', 'zh-CN', 'en']),
        eventsListeners: expect.arrayContaining(['email', 'jboss-logging']),
      })
      expect(await admin.get('/identity-provider/instances/province', any)).toMatchObject({
        config: { authorizationUrl: 'https://id.province.example/auth' },
      })
      expect(await admin.get('/localization/en', any)).toMatchObject({ 'of-the-operator': 'Our own words' })
      expect(await admin.get('/clients?clientId=site-sh-xuhui', many)).toHaveLength(1)
      expect(await admin.get('/organizations?search=xuhui.library.example', many)).toHaveLength(1)
      const name = encodeURIComponent(olderPerson.username)
      expect(await admin.get(`/users?username=${name}&exact=true`, many)).toMatchObject([
        { attributes: { shelf_mark: ['I207'] } },
      ])
    })

    it('has one sign-in flow of ours, and no half-built one', async () => {
      const flows = await admin.get('/authentication/flows', z.array(z.looseObject({ alias: z.string() })))
      const ours = (flows ?? []).map(({ alias }) => alias).filter((alias) => alias.startsWith('ndl'))
      expect(ours).toEqual([expect.stringMatching(/^ndl browser [0-9a-f]{8}$/)])
    })
  })

  function killed(what: string, killAfter: number): Promise<Ran> {
    return run({ KEYCLOAK_URL: origin }, [what, ...operator], killAfter)
  }
}
