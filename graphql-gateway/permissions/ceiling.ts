// The ceiling of a client: what a stolen token of a page that runs the code of many is worth at most.
import type { ClientKind } from './principal.ts'
import { globalRoles, isGlobalRole, type GlobalRole } from './roles.ts'

const readerRoles: readonly GlobalRole[] = ['reader', 'reader-verified']

/** Roles that a token of a client may carry. The realm file says the same to the identity provider; here it is enforced again. */
export const ceilings: Readonly<Record<ClientKind, readonly GlobalRole[]>> = {
  portal: readerRoles,
  site: readerRoles,
  console: globalRoles,
}

const site = /^site-[a-z0-9-]+$/

/** The kind of a client by its id (`azp`, OpenID Connect Core, section 2); null for one that is not ours. */
export function clientKind(azp: string): ClientKind | null {
  if (azp === 'ndl-portal') return 'portal'
  if (azp === 'ndl-console') return 'console'
  return azp.length <= 100 && site.test(azp) ? 'site' : null
}

/** The roles among the names that the client may carry, each once, in the order of the list. */
export function rolesUnder(client: ClientKind, names: readonly unknown[]): readonly GlobalRole[] {
  const given = new Set(names.filter(isGlobalRole))
  return ceilings[client].filter((role) => given.has(role))
}
