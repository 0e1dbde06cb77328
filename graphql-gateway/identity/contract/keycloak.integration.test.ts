// The contract, asked of a real Keycloak with our realm file: one of our own, or the one that is given.
import { afterAll, describe, expect, test } from 'vitest'
import { sessionsSuite } from '../admin-client/sessions-suite.ts'
import { accountsSuite } from '../admin-client/suite.ts'
import { activationSuite } from '../cards/suite.ts'
import { startKeycloak } from '../peer/keycloak.ts'
import { peerFolder } from '../peer/places.ts'
import { provisionerSuite } from '../provisioner/suite.ts'
import { adminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import { planOf } from '../live-realm/bring.ts'
import { readRealm, realmContent } from '../realm/index.ts'
import { givenKeycloak } from './given.ts'
import { testedKeycloak } from './keycloak.ts'
import { openidClientSuite } from './openid-client.ts'
import { contractSuite } from './suite.ts'
import type { Tested } from './tested.ts'

const given = givenKeycloak(process.env)
const keycloak =
  given === null ? await startKeycloak({ folder: peerFolder(process.env), realm: realmContent() }) : null

if (typeof keycloak === 'string') {
  console.log(`The contract is not asked of a real Keycloak: ${keycloak}`)
  describe('a real Keycloak', () => test.skip('answers as the contract says', () => {}))
} else {
  if (keycloak !== null) afterAll(() => keycloak.close())
  const start = async (): Promise<Tested> => {
    if (given !== null) return given
    if (keycloak === null) throw new Error('one of the two is there')
    return testedKeycloak(keycloak)
  }
  test('a realm that was imported is as the file has it', { skip: keycloak === null }, async () => {
    if (keycloak === null) return
    const { origin, adminPassword } = keycloak
    const token = adminTokens(`${origin}/realms/master`, { username: 'admin', password: adminPassword })
    const realm = readRealm({})
    const admin = adminClient({ origin, realm: realm.realm, token })
    expect(await planOf({ realm, admin })).toEqual([])
  })
  contractSuite('a real Keycloak', start)
  openidClientSuite('openid-client and a real Keycloak', start)
  provisionerSuite('libraries in a real Keycloak', start)
  activationSuite('cards and a real Keycloak', start)
  accountsSuite('accounts of a real Keycloak', start)
  sessionsSuite('sessions of a reader of a real Keycloak', start)
}
