// A real Keycloak as the suite is given it: our realm, asked by the provisioner with its own rights.
import { z } from 'zod'
import { adminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import type { Keycloak } from '../peer/keycloak.ts'
import type { Tested } from './tested.ts'

/** The client of the realm file that makes clients and people. */
const provisioner = 'ndl-provisioner'

/** Errors: those of the admin client. */
export async function testedKeycloak({ origin, issuer, adminPassword }: Keycloak): Promise<Tested> {
  const operator = adminTokens(`${origin}/realms/master`, { username: 'admin', password: adminPassword })
  const asOperator = adminClient({ origin, realm: 'ndl', token: operator })
  const clients = z.array(z.object({ id: z.string() }).loose())
  const [client] = (await asOperator.get(`/clients?clientId=${provisioner}`, clients)) ?? []
  if (client === undefined) throw new Error(`the realm has no client ${provisioner}`)
  const secret = await asOperator.get(
    `/clients/${client.id}/client-secret`,
    z.object({ value: z.string() }).loose(),
  )
  if (secret === null) throw new Error(`${provisioner} has no secret`)
  const token = adminTokens(issuer, { clientId: provisioner, secret: secret.value })
  return { kind: 'keycloak', issuer, admin: adminClient({ origin, realm: 'ndl', token }) }
}
