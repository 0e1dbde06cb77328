// What a journey of signing in needs of the product that it is walked through, whichever provider signs people in there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testedBy, type Tested } from '@shuxiang/identity/contract'
import type { CardToTry, Demo } from '../people.ts'

/** A product with its provider. */
export interface World {
  /** The provider, asked with the rights of the product's provisioner. */
  readonly tested: Tested
  /** Of the portal. */
  readonly origin: string
  /** Scheme, host and port of the pages on which people sign in: another site than the portal. */
  readonly identity: string
  readonly dataDir: string
  /** A card holder who signs in with nothing but a password. */
  readonly reader: Demo
  /** A national admin, one of the staff of 浙江图书馆 (n33), and one more of the staff, each with a device. */
  readonly staff: Readonly<Record<'national' | 'branch' | 'second', Demo>>
  /** A card that nobody has activated yet. */
  readonly card: CardToTry
}

/** Staff of a product without a Keycloak. */
export function demoStaff(people: readonly Demo[]): World['staff'] {
  const [national, branch, second] = ['ndl/admin-1', 'n33/editor-1', 'n33/publisher-1'].map((name) => {
    const found = people.find(({ username }) => username === name)
    if (found === undefined) throw new Error(`Nobody to try is called ${name}.`)
    return found
  })
  if (!national || !branch || !second) throw new Error('Somebody is missing.')
  return { national, branch, second }
}

/** The provider of a product without a Keycloak, as its own provisioner asks it. */
export function embeddedProvider(identity: string, dataDir: string): Tested {
  const file = join(dataDir, 'identity', 'provisioner.secret')
  return testedBy('embedded', `${identity}/realms/ndl`, readFileSync(file, 'utf8').trim())
}
