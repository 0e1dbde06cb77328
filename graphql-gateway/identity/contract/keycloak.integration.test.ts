// The contract, asked of a real Keycloak with our realm file.
import { afterAll, describe, test } from 'vitest'
import { startKeycloak } from '../peer/keycloak.ts'
import { peerFolder } from '../peer/places.ts'
import { realmContent } from '../realm/index.ts'
import { testedKeycloak } from './keycloak.ts'
import { provisionerSuite } from '../provisioner/suite.ts'
import { contractSuite } from './suite.ts'

const keycloak = await startKeycloak({ folder: peerFolder(process.env), realm: realmContent() })

if (typeof keycloak === 'string') {
  console.log(`The contract is not asked of a real Keycloak: ${keycloak}`)
  describe('a real Keycloak', () => test.skip('answers as the contract says', () => {}))
} else {
  afterAll(() => keycloak.close())
  contractSuite('a real Keycloak', () => testedKeycloak(keycloak))
  provisionerSuite('libraries in a real Keycloak', () => testedKeycloak(keycloak))
}
