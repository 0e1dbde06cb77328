// A principal as the gateway sends it to a remote subgraph: checked, for the two may be of different versions.
import {
  anonymous,
  isAgeBand,
  isGlobalRole,
  isLibraryRole,
  type Membership,
  type Principal,
} from '@shuxiang/permissions'

/** Who a signed request is from. Absent: anonymous. Null for what is no principal: nobody is taken for somebody less. */
export function readPrincipal(value: unknown): Principal | null {
  if (value === undefined || value === null) return anonymous
  if (!isRecord(value) || value['kind'] !== 'person') return null
  const { subject, client, azp, sessionId, level, authenticatedAt, roles, username } = value
  const { homeLibrary, ageBand, memberships } = value
  if (client !== 'portal' && client !== 'site' && client !== 'console') return null
  if (level !== 1 && level !== 2) return null
  if (!isText(subject) || !isText(azp) || !isText(sessionId) || typeof username !== 'string') return null
  if (typeof authenticatedAt !== 'number' || !isListOf(roles, isGlobalRole)) return null
  if (homeLibrary !== null && !isText(homeLibrary)) return null
  if ((ageBand !== null && !isAgeBand(ageBand)) || !isListOf(memberships, isMembership)) return null
  return {
    kind: 'person',
    subject,
    client,
    azp,
    sessionId,
    level,
    authenticatedAt,
    roles,
    username,
    homeLibrary,
    ageBand,
    memberships,
  }
}

function isMembership(value: unknown): value is Membership {
  if (!isRecord(value)) return false
  const { library, role, expires } = value
  return isText(library) && isLibraryRole(role) && (expires === null || typeof expires === 'number')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem)
}
