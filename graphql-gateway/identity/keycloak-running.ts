// With a Keycloak: the registry of cards and the page that activates them are ours, the accounts are Keycloak's.
import { mkdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AdminClient, adminClient } from './admin-client/client.ts'
import { adminTokens } from './admin-client/token.ts'
import { askingAddress } from '@shuxiang/process/asking-address'
import { accountsOfKeycloak, type Cards, createCards, prepareCards } from './cards/index.ts'
import { BadConfig } from './config.ts'
import { readSecret } from './keys/files.ts'
import { createPages } from './pages/index.ts'
import { createLockOut, openSealing, preparePeople, type Sealing } from './people/index.ts'
import { sendNothing } from './provider/http.ts'
import { type IdentityOptions, placeOf } from './running.ts'

export interface ActivationOptions extends Omit<IdentityOptions, 'cost' | 'audit'> {
  /** Scheme, host and port by which browsers know the page. */
  readonly origin: string
  /** Asked with the rights of the provisioner. */
  readonly admin: AdminClient
}

export interface Activation {
  readonly cards: Cards
  readonly sealing: Sealing
  readonly origin: string
  /** Answers every request; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** Milliseconds for one request to Keycloak: an activation makes up to nine, and a reader waits. */
const longest = 5_000

/** `keycloak` is its address, with its path when it has one. @throws BadConfig, BadSecretFile where there is no secret */
export function provisionerOf(keycloak: string, realm: string, secretFile: string | null): AdminClient {
  const credentials = { clientId: 'ndl-provisioner', secret: secretIn(secretFile) }
  const token = adminTokens(`${keycloak}/realms/${realm}`, credentials, { longest })
  return adminClient({ origin: keycloak, realm, token, longest })
}

/** @throws BadSealKey */
export async function openActivation(options: ActivationOptions): Promise<Activation> {
  const { admin, origin, folder, db, log, now } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Failures are counted in the store of people.
  await Promise.all([preparePeople(db), prepareCards(db)])
  const sealing = await openSealing(folder)
  const lockOut = createLockOut({ db, sealing, now })
  const cards = createCards({
    db,
    sealing,
    now,
    lockOut,
    accounts: accountsOfKeycloak(admin, (error) =>
      log.error({ err: error }, 'Keycloak could not open the account of a card'),
    ),
    warn: (sentence) => log.warn({}, sentence),
  })
  const { libraries } = options
  const place = placeOf(options)
  const addressOf = askingAddress(origin)
  const pages = createPages({ ...place, cards, embedded: null, sealing, libraries, now, log, addressOf })
  return {
    cards,
    sealing,
    origin,
    async handle(request, response) {
      try {
        if (!(await pages.handle(request, response))) sendNothing(response, 404)
      } catch (error) {
        log.error({ err: error }, 'a request failed')
        if (response.headersSent) response.destroy()
        else sendNothing(response, 500)
      }
    },
  }
}

function secretIn(file: string | null): string {
  const secret = file === null ? null : readSecret(file)?.trim()
  if (secret) return secret
  throw new BadConfig(
    file === null
      ? 'KEYCLOAK_URL is set, and KEYCLOAK_PROVISIONER_SECRET_FILE is not: put the secret of the client ndl-provisioner into a file that only this user can read, and name it.'
      : `KEYCLOAK_PROVISIONER_SECRET_FILE names ${file}, and there is no secret in it: put the one of the client ndl-provisioner there.`,
  )
}
