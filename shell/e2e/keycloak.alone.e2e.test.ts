// A reader's way into a session and out of it through a real Keycloak 26.7 with our realm file: the product notices nothing.
import { administratorOf } from '@shuxiang/identity/contract'
import { afterAll, describe, test } from 'vitest'
import { activation } from './journeys/activation.ts'
import { blindReader } from './journeys/blind-reader.ts'
import { devices } from './journeys/devices.ts'
import { clocksThatAreOff } from './journeys/faults.ts'
import { oneCard } from './journeys/one-card.ts'
import { staffOfOneLibrary } from './journeys/staff.ts'
import { keycloakUnderFaults } from './journeys/keycloak-faults.ts'
import { thereAndBack } from './journeys/there-and-back.ts'
import { whereTokensAre } from './journeys/tokens.ts'
import { visits } from './journeys/visit.ts'
import { severalWindows } from './journeys/windows.ts'
import { keycloakJsSuite } from './keycloak-js/suite.ts'
import { startKeycloakWorld } from './keycloak-world.ts'

const began = Date.now()
const world = await startKeycloakWorld()

if (typeof world === 'string') {
  console.log(`The journeys of signing in are not walked through a real Keycloak: ${world}`)
  describe('a real Keycloak', () => test.skip('signs readers in', () => {}))
} else {
  const started = Date.now()
  afterAll(async () => {
    await world.close()
    const seconds = (from: number): string => ((Date.now() - from) / 1000).toFixed(0)
    console.log(
      `Through a real Keycloak: ${seconds(began)} s, of which ${((started - began) / 1000).toFixed(0)} s its start and the product's`,
    )
  })
  const visit = visits(world)
  thereAndBack(visit)
  activation(visit)
  whereTokensAre(visit)
  severalWindows(visit)
  clocksThatAreOff(visit)
  blindReader(visit)
  staffOfOneLibrary(visit)
  oneCard(visit)
  describe('where a reader is signed in', () => void devices({ ...world, someone: world.reader }))
  keycloakJsSuite(world.tested, administratorOf(world.keycloak))
  keycloakUnderFaults(visit, world.keycloak)
}
