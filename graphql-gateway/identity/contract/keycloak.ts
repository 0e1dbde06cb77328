// A real Keycloak as the suite is given it: our realm, asked by the provisioner with its own rights.
import { z } from 'zod'
import { adminClient, type AdminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import type { Keycloak } from '../peer/keycloak.ts'
import { realmContent } from '../realm/index.ts'
import { testedBy } from './given.ts'
import type { Operator, Tested } from './tested.ts'

/** The client of the realm file that makes clients and people. */
const provisioner = 'ndl-provisioner'

/** The realm file with a secret that its operator would read in Keycloak's console, for whoever must know it before the start. */
export function realmWithSecret(secret: string): {
  readonly realm: string
  readonly clients: readonly object[]
} {
  const client = z.looseObject({ clientId: z.string() })
  const realm = z.looseObject({ realm: z.string(), clients: z.array(client) }).parse(realmContent())
  const clients = realm.clients.map((one) => (one.clientId === provisioner ? { ...one, secret } : one))
  return { ...realm, clients }
}

/** A Keycloak with the rights of its own administrator. */
export function administratorOf({ origin, adminPassword }: Keycloak): AdminClient {
  const token = adminTokens(`${origin}/realms/master`, { username: 'admin', password: adminPassword })
  return adminClient({ origin, realm: 'ndl', token })
}

/** Errors: those of the admin client. */
export async function testedKeycloak(keycloak: Keycloak): Promise<Tested> {
  const administrator = administratorOf(keycloak)
  const clients = z.array(z.object({ id: z.string() }).loose())
  const [client] = (await administrator.get(`/clients?clientId=${provisioner}`, clients)) ?? []
  if (client === undefined) throw new Error(`the realm has no client ${provisioner}`)
  const secret = await administrator.get(
    `/clients/${client.id}/client-secret`,
    z.object({ value: z.string() }).loose(),
  )
  if (secret === null) throw new Error(`${provisioner} has no secret`)
  return testedBy('keycloak', keycloak.issuer, secret.value, operatorOf(administrator))
}

const named = z.object({ id: z.string(), name: z.string() })

function operatorOf(admin: AdminClient): Operator {
  const role = async (name: string): Promise<z.infer<typeof named>> => {
    const found = await admin.get(`/roles/${name}`, named)
    if (found === null) throw new Error(`the realm has no role ${name}`)
    return found
  }
  return {
    role,
    async makeStaff(person, roles) {
      await admin.post(`/users/${person}/role-mappings/realm`, await Promise.all(roles.map(role)))
      const [group] = (await admin.get('/groups?search=ndl-staff&exact=true', z.array(named))) ?? []
      if (group === undefined) throw new Error('the realm has no group ndl-staff')
      await admin.put(`/users/${person}/groups/${group.id}`, {})
    },
  }
}
