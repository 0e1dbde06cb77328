// The pages over a provider in memory: `/begin` starts a sign-in as a client would, `/callback` is where it ends.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Db } from 'mongodb'
import { accountsOfPeople, createCards, prepareCards, type Cards } from '../../cards/index.ts'
import {
  createLockOut,
  createPasswords,
  createPeople,
  createSealing,
  preparePeople,
  type Account,
  type People,
} from '../../people/index.ts'
import { createPages, protocolPages, type Library, type SignIn, type SignIns } from '../index.ts'

export const libraries: readonly Library[] = [
  { code: 'ndl', name: '国家数字图书馆' },
  { code: 'n33', name: '浙江图书馆' },
  { code: 'n3301', name: '杭州图书馆' },
  { code: 'n330106', name: '杭州市西湖区图书馆' },
  { code: 'n360103', name: '南昌市西湖区图书馆' },
  { code: 'n330110', name: '余杭区图书馆' },
  { code: 'n22', name: '吉林图书馆' },
  { code: 'n2202', name: '吉林市图书馆' },
  ...Array.from({ length: 20 }, (_, n) => ({ code: `n99${n + 10}`, name: `第${n + 10}县图书馆` })),
]

export interface ServedPages {
  readonly origin: string
  readonly people: People
  readonly cards: Cards
  /** Milliseconds; tests move it. */
  readonly clock: { now: number }
  /** What was logged as an error. */
  readonly errors: object[]
  close(): Promise<void>
}

interface Waiting {
  accountId: string | null
  passed: string | null
  wantsCode: boolean
  hint: string
  locale: string
  clientId: string
}

const realmPath = '/realms/ndl'
const signInAt = (uid: string): string => `${realmPath}/login-actions/authenticate?uid=${uid}`

export async function servePages(db: Db): Promise<ServedPages> {
  await preparePeople(db)
  await prepareCards(db)
  const clock = { now: Date.parse('2026-11-26T12:00:00Z') }
  const now = () => clock.now
  const sealing = createSealing(Buffer.alloc(32, 9))
  const lockOut = createLockOut({ db, sealing, now })
  const people = createPeople({
    db,
    sealing,
    passwords: createPasswords({ ln: 4, r: 8, p: 1 }),
    lockOut,
    now,
  })
  const cards = createCards({
    db,
    sealing,
    now,
    lockOut,
    accounts: accountsOfPeople(people, () => Promise.resolve()),
    warn: () => {},
  })
  const errors: object[] = []
  const under = new Map<string, Waiting>()

  const cookie = (request: IncomingMessage, name: string): string =>
    new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
  const account = (id: string | null): Promise<Account | null> =>
    id ? people.find(id) : Promise.resolve(null)
  const go = (response: ServerResponse, location: string, cookies: readonly string[] = []): void => {
    for (const one of cookies) response.appendHeader('set-cookie', `${one}; HttpOnly`)
    response.writeHead(302, { location }).end()
  }
  const found = (request: IncomingMessage): readonly [string, Waiting] | null => {
    const uid = new URL(request.url ?? '/', 'http://localhost').searchParams.get('uid') ?? ''
    if (cookie(request, `BEGUN_${uid}`) === '') return null
    const waiting = under.get(uid)
    return waiting ? [uid, waiting] : null
  }

  const signIns: SignIns = {
    async find(request) {
      const [uid, waiting] = found(request) ?? []
      if (uid === undefined || waiting === undefined) return null
      const known = await account(waiting.accountId)
      const step: SignIn['step'] =
        waiting.wantsCode && known ? (known.hasDevice ? 'code' : 'no-device') : 'password'
      const { hint, locale, clientId } = waiting
      const client = { clientId, redirectUris: [`${origin()}/callback`] }
      return { uid, step, account: known, passed: await account(waiting.passed), client, hint, locale }
    },
    async pass(request, _response, accountId) {
      const [, waiting] = found(request) ?? []
      if (waiting) waiting.passed = accountId
    },
    async finish(request, response, { accountId, remember }) {
      const [uid = '', waiting] = found(request) ?? []
      if (waiting?.wantsCode && waiting.accountId === null) {
        waiting.accountId = accountId
        return go(response, signInAt(uid))
      }
      under.delete(uid)
      go(response, `/callback?remember=${remember}`, [`KEYCLOAK_IDENTITY=${accountId}; Path=/`])
    },
    async cancel(_request, response) {
      go(response, '/callback?error=access_denied')
    },
  }
  const pages = createPages({
    cards,
    embedded: {
      people,
      signIns,
      signedIn: (request) => account(cookie(request, 'KEYCLOAK_IDENTITY')),
      // The sessions of this double are its cookies: there are no others to end.
      signOutElsewhere: () => Promise.resolve(),
    },
    sealing,
    libraries: () => Promise.resolve(libraries),
    realmPath,
    portal: 'http://localhost:3000/',
    secure: false,
    now,
    log: { warn: () => {}, error: (facts) => errors.push(facts) },
    addressOf: (request) => request.socket.remoteAddress ?? '',
  })
  const own = protocolPages({ realmPath, portal: 'http://localhost:3000/', secure: false })

  const server = createServer((request, response) => {
    void (async () => {
      if (await pages.handle(request, response)) return
      const url = new URL(request.url ?? '/', 'http://localhost')
      const ask = (name: string): string => url.searchParams.get(name) ?? ''
      if (url.pathname === '/begin') {
        const uid = randomBytes(8).toString('hex')
        const who = await people.findByUsername(ask('as'))
        under.set(uid, {
          accountId: who?.id ?? null,
          passed: null,
          wantsCode: ask('acr') === '2',
          hint: ask('hint'),
          locale: ask('locale'),
          clientId: ask('client') || 'ndl-portal',
        })
        return go(response, signInAt(uid), [`BEGUN_${uid}=1; Path=${realmPath}`])
      }
      const page =
        url.pathname === '/sign-out'
          ? own.signOut(request, { action: '/callback', fields: { xsrf: 'x' } })
          : url.pathname === '/signed-out'
            ? own.signedOut(request)
            : url.pathname === '/error'
              ? own.error(request, { code: 'invalid_request', status: 400 })
              : null
      if (page) return response.writeHead(200, page.headers).end(page.html)
      const who = await account(cookie(request, 'KEYCLOAK_IDENTITY'))
      response.writeHead(url.pathname === '/callback' ? 200 : 404, { 'content-type': 'text/html' })
      response.end(`<!doctype html><title>c</title><p id="who">${who?.username ?? 'nobody'}</p>`)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = (): string => `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin: origin(),
    people,
    cards,
    clock,
    errors,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
