// The contract, asked of the embedded provider.
import { globalRoles } from '@shuxiang/permissions'
import { openTestStore } from '@shuxiang/store-contract'
import { afterAll } from 'vitest'
import { sessionsSuite } from '../admin-client/sessions-suite.ts'
import { accountsSuite } from '../admin-client/suite.ts'
import { activationSuite } from '../cards/suite.ts'
import { provisionerSuite } from '../provisioner/suite.ts'
import { serveIdentity } from '../testing/identity.ts'
import { openidClientSuite } from './openid-client.ts'
import { contractSuite } from './suite.ts'
import type { Tested } from './tested.ts'

const store = await openTestStore()
const { issuer, admin, identity, close } = await serveIdentity({
  db: store.db('identity-contract'),
  libraries: [{ code: 'suite', name: 'Suite Library' }],
})
afterAll(async () => {
  await close()
  await store.close()
})
const tested: Tested = {
  kind: 'embedded',
  issuer,
  admin,
  operator: {
    role: async (name) => ({ id: name, name }),
    async makeStaff(person, roles) {
      const named = globalRoles.filter((role) => roles.includes(role))
      await identity.people.update(person, { roles: ['reader', ...named] })
    },
  },
}

contractSuite('the embedded provider', async () => tested)
openidClientSuite('openid-client and the embedded provider', async () => tested)
provisionerSuite('libraries in the embedded provider', async () => tested)
activationSuite('cards and the admin interface of the embedded provider', async () => tested)
accountsSuite('accounts of the embedded provider', async () => tested)
sessionsSuite('sessions of a reader of the embedded provider', async () => tested)
