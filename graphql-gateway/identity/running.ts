// The embedded provider with everything around it: people, cards, pages, admin interface. One handler of requests.
import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AuditPort, openAuditLog, prepareAuditLog } from '@shuxiang/audit'
import type { Db } from 'mongodb'
import { openClients } from './admin/clients.ts'
import { askingAddress } from '@shuxiang/process/asking-address'
import { createAdmin } from './admin/handler.ts'
import { openOrganizations } from './admin/organizations.ts'
import { accountsOfPeople, type Cards, createCards, prepareCards } from './cards/index.ts'
import { keptSecret } from './keys/files.ts'
import { openSigningKeys } from './keys/signing.ts'
import { createPages, type Library, protocolPages } from './pages/index.ts'
import {
  createLockOut,
  createPasswords,
  createPeople,
  openSealing,
  type PasswordCost,
  type People,
  preparePeople,
  type Sealing,
} from './people/index.ts'
import { accountSignIn, cameBack, wantsAccount } from './provider/account-client.ts'
import type { Log } from './provider/contract.ts'
import { endSessionsOf } from './provider/end-session.ts'
import { redirect, sendNothing } from './provider/http.ts'
import { createProvider, type EmbeddedProvider } from './provider/provider.ts'
import type { Realm } from './realm/index.ts'

export interface IdentityOptions {
  readonly realm: Realm
  /** Scheme, host and port by which browsers know this process. */
  readonly origin: string
  /** The portal's, to which pages lead back. */
  readonly portal: string
  /** For keys and secrets. */
  readonly folder: string
  readonly db: Db
  /** Names of all libraries. */
  readonly libraries: () => Promise<readonly Library[]>
  readonly log: Log
  /** Milliseconds. */
  readonly now: () => number
  /** How dear a guess at a password is; the product's own when absent. */
  readonly cost?: PasswordCost
  /** Where changes over the admin interface are noted; the log in the store when absent. */
  readonly audit?: AuditPort
}

export interface Identity {
  readonly provider: EmbeddedProvider
  readonly people: People
  readonly cards: Cards
  readonly sealing: Sealing
  /** The secret of the client `ndl-provisioner`, which is kept in the folder. */
  readonly provisionerSecret: string
  /** Whether the keys on disk are others, or in another order, than those that sign here: then open it anew. */
  outdated(): Promise<boolean>
  /** Answers every request; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** What all pages know of where they stand. */
export const placeOf = ({
  realm,
  origin,
  portal,
}: Pick<IdentityOptions, 'realm' | 'origin' | 'portal'>): {
  readonly realmPath: string
  readonly portal: string
  readonly secure: boolean
} => ({ realmPath: `/realms/${realm.realm}`, portal: `${portal}/`, secure: origin.startsWith('https:') })

/** The file in the folder that holds the provisioner's secret. */
export const provisionerSecretFile = 'provisioner.secret'

export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { realm, origin, portal, folder, db, libraries, log, now } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await Promise.all([preparePeople(db), prepareCards(db), prepareAuditLog(db)])
  const [sealing, keys] = await Promise.all([openSealing(folder), openSigningKeys(folder, now())])
  const lockOut = createLockOut({ db, sealing, now })
  const people = createPeople({ db, sealing, passwords: createPasswords(options.cost), lockOut, now })
  const cards = createCards({
    db,
    sealing,
    now,
    lockOut,
    accounts: accountsOfPeople(people, (account) => endSessionsOf(provider, account)),
    warn: (sentence) => log.warn({}, sentence),
  })
  const provisionerSecret = keptSecret(folder, provisionerSecretFile)
  const clients = await openClients(db, realm, now)
  const place = placeOf({ realm, origin, portal })
  const addressOf = askingAddress(origin)
  const provider = await createProvider({
    realm,
    origin,
    db,
    keys,
    cookieKey: keptSecret(folder, 'cookies.secret'),
    refreshKey: keptSecret(folder, 'refresh-tokens.secret'),
    secrets: new Map([['ndl-provisioner', provisionerSecret]]),
    accounts: people,
    clients: clients.clients,
    pages: protocolPages(place),
    addressOf,
    log,
    now,
  })
  const { sessions, endSession, signer } = provider
  const pages = createPages({
    ...place,
    cards,
    embedded: { ...provider, people },
    sealing,
    libraries,
    now,
    log,
    addressOf,
  })
  const organizations = await openOrganizations(db)
  const admin = createAdmin({
    realm,
    origin,
    signer,
    clients,
    organizations,
    people,
    sessions,
    endSession,
    now,
    audit: options.audit ?? openAuditLog(db, now),
  })
  return {
    provider,
    people,
    cards,
    sealing,
    provisionerSecret,
    async outdated() {
      const present = await openSigningKeys(folder, now())
      return present.length !== keys.length || present.some(({ kid }, i) => kid !== keys[i]?.kid)
    },
    async handle(request, response) {
      try {
        if (wantsAccount(request, place.realmPath)) {
          const account = await provider.signedIn(request, response)
          if (account === null) return redirect(response, accountSignIn(provider.issuer))
          if (cameBack(request)) return redirect(response, `${place.realmPath}/account`)
        }
        if (await pages.handle(request, response)) return
        if (await provider.handle(request, response)) return
        if (await admin(request, response)) return
        sendNothing(response, 404)
      } catch (error) {
        log.error({ err: error }, 'a request failed')
        if (response.headersSent) response.destroy()
        else sendNothing(response, 500)
      }
    },
  }
}
