// A real Keycloak as the suite is given it: our realm, asked by the provisioner with its own rights.
import { z } from 'zod'
import { adminClient, type AdminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import type { Keycloak } from '../peer/keycloak.ts'
import type { Operator, Tested } from './tested.ts'

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
  return {
    kind: 'keycloak',
    issuer,
    admin: adminClient({ origin, realm: 'ndl', token }),
    operator: operatorOf(asOperator),
  }
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
