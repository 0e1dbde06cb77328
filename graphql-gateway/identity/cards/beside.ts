// Accounts of cards, for a process beside the one that signs people in: it asks the provider over its admin interface.
import type { Db } from 'mongodb'
import type { AdminClient } from '../admin-client/client.ts'
import { AdminRefused, AdminUnavailable } from '../admin-client/client.ts'
import { asProvisioner } from '../admin-client/provisioner.ts'
import { createLockOut } from '../people/lock-out.ts'
import { createPasswords } from '../people/passwords.ts'
import { createPeople } from '../people/people.ts'
import { openKeptSealing } from '../people/sealing.ts'
import { accountsOfPeople } from './accounts.ts'
import type { CardAccounts } from './card.ts'
import { accountsOfKeycloak } from './keycloak-accounts.ts'

/** The provider, as this machine reaches it. */
export interface ProviderBeside {
  readonly kind: 'embedded' | 'keycloak'
  /** Of the admin interface, with its path when it has one. */
  readonly origin: string
  /** Holds the secret of the client `ndl-provisioner`. */
  readonly secretFile: string
}

export interface AccountsBeside {
  readonly provider: ProviderBeside
  readonly db: () => Promise<Db>
  /** Where the identity process keeps its keys. */
  readonly folder: string
  /** Milliseconds. */
  readonly now: () => number
  /** Told why the provider could not do what it was asked. */
  readonly failed: (error: unknown) => void
}

/** Takes cards from accounts; opens none. Nothing is asked before the first card is handed on. */
export function releaseBeside({
  provider,
  db,
  folder,
  now,
  failed,
}: AccountsBeside): Pick<CardAccounts, 'release'> {
  const asked = asProvisioner({ ...provider, realm: 'ndl' })
  const open = async (): Promise<CardAccounts> => {
    const admin = await asked()
    if (provider.kind === 'keycloak') return accountsOfKeycloak(admin, failed)
    const [store, sealing] = [await db(), await openKeptSealing(folder)]
    const lockOut = createLockOut({ db: store, sealing, now })
    const people = createPeople({ db: store, sealing, passwords: createPasswords(), lockOut, now })
    return accountsOfPeople(people, (account) => signOut(admin, account))
  }
  return {
    async release(card) {
      try {
        return await (await open()).release(card)
      } catch (error) {
        if (!(error instanceof AdminUnavailable || error instanceof AdminRefused)) throw error
        failed(error)
        return 'away'
      }
    },
  }
}

const signOut = async (admin: AdminClient, account: string): Promise<void> => {
  await admin.post(`/users/${encodeURIComponent(account)}/logout`, {})
}
