// The embedded provider: an OpenID provider behind Keycloak's addresses, so that keycloak-js works unchanged.
import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from 'mongodb'
import Provider from 'oidc-provider'
import type { Accounts } from './contract.ts'
import type { SigningKey } from '../keys/signing.ts'
import type { Account } from '../people/index.ts'
import type { Realm } from '../realm/index.ts'
import { levelTwoAge } from '../realm/levels.ts'
import { networkOf } from '@shuxiang/process/asking-address'
import { openSessionStore, type SessionStore } from '../sessions/store.ts'
import { type Bounds, createAsker } from '../sessions/under-way.ts'
import { createAnswers } from './answers.ts'
import { allowClientCredentials } from './client-credentials.ts'
import { configurationOf } from './configuration.ts'
import { type Clients, type Log, paths, type ProtocolPages } from './contract.ts'
import { createEndSession, endSessionsOf, type EndSession } from './end-session.ts'
import { cookieStep1, cookieStep2, statusFrame, statusInit } from './frames.ts'
import { BadForm, queryOf, redirect, sendJson, sendPage } from './http.ts'
import { introspect, revoke, userinfo } from './person-endpoints.ts'
import { createRefreshTokens } from './refresh-token.ts'
import { createSignIns, type SignIns } from './sign-in.ts'
import { openTelling } from './telling.ts'
import { createSigner, type TokenSigner } from './tokens.ts'

export interface ProviderParts {
  readonly realm: Realm
  /** `http://localhost:8081`; the issuer is this and the path of the realm. */
  readonly origin: string
  readonly db: Db
  readonly keys: readonly SigningKey[]
  readonly cookieKey: string
  readonly refreshKey: string
  /** Secrets of confidential clients, by client. */
  readonly secrets: ReadonlyMap<string, string>
  readonly accounts: Accounts
  readonly clients: Clients
  readonly pages: ProtocolPages
  /** Network address of who asks. */
  readonly addressOf: (request: IncomingMessage) => string
  /** Of sign-ins under way; the product's own when absent. */
  readonly bounds?: Bounds
  readonly log: Log
  /** Milliseconds. */
  readonly now: () => number
}

export interface EmbeddedProvider {
  readonly issuer: string
  /** Who is signed in in a browser; null: nobody, or somebody whose account is switched off. */
  signedIn(request: IncomingMessage, response: ServerResponse): Promise<Account | null>
  /** Ends every session of an account but the one of this browser. */
  signOutElsewhere(accountId: string, request: IncomingMessage, response: ServerResponse): Promise<void>
  readonly signIns: SignIns
  readonly endSession: EndSession
  /** Tells clients again that did not hear that somebody signed out; to be called every few seconds. */
  tellAgain(): Promise<void>
  readonly sessions: SessionStore
  readonly signer: TokenSigner
  /** Answers a request to an address of the protocol. False: the address is not the protocol's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** The longest address that is looked at. keycloak-js asks with 600 characters; a sign-out carries a token. */
const addressBound = 8_000

export async function createProvider(parts: ProviderParts): Promise<EmbeddedProvider> {
  const { realm, origin, db, keys, accounts, clients, pages, log } = parts
  const root = `/realms/${realm.realm}`
  const issuer = `${origin}${root}`
  const now = (): number => Math.floor(parts.now() / 1000)
  const asker = createAsker()
  const sessions = await openSessionStore(db, parts.now, {
    asker,
    ...(parts.bounds === undefined ? {} : { bounds: parts.bounds }),
  })
  const networkDigest = (request: IncomingMessage): string =>
    createHmac('sha256', parts.cookieKey)
      .update(`network ${networkOf(parts.addressOf(request))}`)
      .digest('base64url')
  const refreshTokens = createRefreshTokens(parts.refreshKey)
  const signer = await createSigner(realm, issuer, keys, parts.now)
  const settings = {
    realm,
    issuer,
    keys,
    store: sessions,
    clients,
    accounts,
    refreshTokens,
    pages,
    now,
    secrets: parts.secrets,
  }
  const provider = new Provider(
    issuer,
    configurationOf({ ...settings, cookieKey: parts.cookieKey, levelTwoAge: levelTwoAge(realm) }),
  )
  allowSecureCookies(provider)
  const standAtOrigin = makeStandAt(provider, new URL(origin))
  const telling = await openTelling(db, (id) => provider.Client.find(id), log, parts.now)
  const endSession = createEndSession(provider, sessions, telling)
  const answers = createAnswers({ ...settings, signer, endSession })
  provider.use(answers)
  provider.on('authorization.success', (ctx, answer) => {
    if (answer !== undefined) answer['session_state'] = ctx.oidc.session?.uid
  })
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the provider failed'))
  allowClientCredentials(provider, { realm, signer, now })
  const callback = provider.callback()
  const person = { ...settings, provider, signer }
  const frames = { provider, clients, root: `${root}/` }

  const own: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>> = {
    [paths.userinfo]: (request, response) => userinfo(person, request, response),
    [paths.introspection]: (request, response) => introspect(person, request, response),
    [paths.revocation]: (request, response) => revoke(person, request, response),
    [paths.cookieStep1]: (_, response) => cookieStep1(frames, response),
    [paths.cookieStep2]: cookieStep2,
    [paths.sessionFrame]: (_, response) => statusFrame(response),
    [paths.sessionFrameInit]: (request, response) => statusInit(frames, request, response),
    // Nobody registers by themselves: the page that activates a card stands in its place.
    [paths.registration]: (request, response) =>
      redirect(response, `${root}${paths.activate}?${registrationQuery(queryOf(request))}`),
  }
  return {
    issuer,
    sessions,
    endSession,
    tellAgain: () => telling.again(),
    signer,
    async signedIn(request, response) {
      const { accountId } = await provider.Session.get(provider.createContext(request, response))
      const account = accountId === undefined ? null : await accounts.find(accountId)
      return account?.enabled ? account : null
    },
    async signOutElsewhere(accountId, request, response) {
      const here = await provider.Session.get(provider.createContext(request, response))
      await endSessionsOf({ sessions, endSession }, accountId, here.uid)
    },
    signIns: createSignIns({ provider, accounts, clients, endSession, now }),
    async handle(request, response) {
      const url = request.url ?? ''
      const path = url.split('?')[0] ?? ''
      if (!path.startsWith(`${root}/`)) return false
      if (url.length > addressBound) {
        sendPage(response, 414, pages.error(request, { code: 'invalid_request', status: 414 }))
        return true
      }
      const inside = path.slice(root.length)
      if (!inside.startsWith(`${paths.protocol}/`) && !inside.startsWith('/.well-known/')) return false
      // A request to sign in is kept for half an hour, whoever sends it: by a form it is no longer than by an address.
      const asksByForm = inside === paths.authorization && request.method === 'POST'
      if (asksByForm && !(Number(request.headers['content-length']) <= addressBound)) {
        response.setHeader('connection', 'close')
        sendPage(response, 413, pages.error(request, { code: 'invalid_request', status: 413 }))
        return true
      }
      try {
        const handler = own[inside]
        if (handler !== undefined) await handler(request, response)
        else {
          const from = networkDigest(request)
          standAtOrigin(request)
          // How the library learns that it does not stand at the top.
          const below = Object.assign(request, { originalUrl: url, url: url.slice(root.length) })
          await asker.run(from, () => callback(below, response))
        }
      } catch (error) {
        if (!(error instanceof BadForm)) throw error
        sendJson(response, error.status, { error: 'invalid_request', error_description: error.message })
      }
      return true
    },
  }
}

/**
 * The library makes addresses of what a request calls the host, unless it stands behind a proxy whose headers it believes:
 * these are set here, for every request, whatever came.
 */
function makeStandAt(provider: Provider, { host, protocol }: URL): (request: IncomingMessage) => void {
  provider.proxy = true
  return ({ headers }) => {
    headers['x-forwarded-host'] = host
    headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete headers['x-forwarded-for']
  }
}

/** The library asks whether a connection is safe before it sets a `Secure` cookie; browsers take one on this machine. */
function allowSecureCookies(provider: Provider): void {
  const create = provider.createContext.bind(provider)
  provider.createContext = (request, response) => {
    const context = create(request, response)
    context.cookies.secure = true
    return context
  }
}

/** What an activation is told of the request that keycloak-js makes to register. */
function registrationQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of ['client_id', 'redirect_uri', 'state', 'ui_locales', 'kc_locale'])
    for (const value of query.getAll(name).slice(0, 1)) kept.set(name, value)
  return kept.toString()
}
