// The Keycloak that `npm run test:identity -- --issuer URL` names.
import { readFileSync } from 'node:fs'
import { adminClient } from '../admin-client/client.ts'
import { adminTokens } from '../admin-client/token.ts'
import type { Tested } from './tested.ts'

/** Null when none is named. */
export function givenKeycloak(environment: NodeJS.ProcessEnv): Tested | null {
  const issuer = environment['IDENTITY_ISSUER']
  const file = environment['PROVISIONER_SECRET_FILE']
  if (issuer === undefined || file === undefined) return null
  return testedBy('keycloak', issuer, readFileSync(file, 'utf8').trim())
}

/** A provider, asked by the product's provisioner with its secret. */
export function testedBy(
  kind: Tested['kind'],
  issuer: string,
  secret: string,
  operator: Tested['operator'] = null,
): Tested {
  const { origin, pathname } = new URL(issuer)
  const realm = pathname.replace('/realms/', '')
  const token = adminTokens(issuer, { clientId: 'ndl-provisioner', secret })
  return { kind, issuer, admin: adminClient({ origin, realm, token }), operator }
}
