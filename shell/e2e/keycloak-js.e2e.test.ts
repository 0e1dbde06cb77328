// keycloak-js as a client of the embedded provider; `keycloak.alone.e2e.test.ts` asks the same of a real Keycloak.
import { inject } from 'vitest'
import { embeddedProvider } from './journeys/world.ts'
import { keycloakJsSuite } from './keycloak-js/suite.ts'

keycloakJsSuite(embeddedProvider(inject('identity'), inject('dataDir')))
