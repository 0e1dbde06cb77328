// Keycloak's admin interface, in the parts that the provisioner needs: `/admin/realms/<realm>/...`.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { BadForm, queryOf, readBody, sendJson, sendNothing } from '../provider/http.ts'
import type { TokenSigner } from '../provider/tokens.ts'
import { profileOf, type Realm } from '../realm/index.ts'
import { type AdminAnswer, type AdminRequest, done, found, nothing, refused } from './answer.ts'
import type { AdminClients } from './clients.ts'
import type { UserParts } from './user-parts.ts'
import { answerUsers } from './users.ts'

export interface AdminParts extends Omit<UserParts, 'profile'> {
  readonly realm: Realm
  readonly origin: string
  readonly signer: TokenSigner
  readonly clients: AdminClients
  readonly organizations: (request: AdminRequest) => Promise<AdminAnswer>
}

/** Bytes of a body; a client with twenty addresses has 6,000. */
const bodyBound = 100_000

const rights = z.object({
  resource_access: z.object({ 'realm-management': z.object({ roles: z.array(z.string()) }) }),
})

/** Which right a request needs; one of several is enough. */
function neededFor({ method, parts: [first] }: AdminRequest): readonly string[] {
  const reading = method === 'GET'
  switch (first) {
    case undefined:
      return reading ? ['view-realm', 'manage-clients', 'manage-users'] : ['manage-realm']
    case 'clients':
      return reading ? ['view-clients', 'manage-clients'] : ['manage-clients']
    case 'organizations':
      return reading ? ['view-organizations', 'manage-organizations'] : ['manage-organizations']
    case 'users':
      return reading ? ['view-users', 'manage-users'] : ['manage-users']
    default:
      return ['manage-users']
  }
}

/** False: the address is not the admin interface's. */
export function createAdmin(
  parts: AdminParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const root = `/admin/realms/${parts.realm.realm}`
  const users: UserParts = { ...parts, profile: profileOf(parts.realm) }
  const answer = async (request: AdminRequest): Promise<AdminAnswer> => {
    const [first, id] = request.parts
    if (first === 'clients') return parts.clients.answer(request)
    if (first === 'organizations') return parts.organizations(request)
    if (first === 'users') return answerUsers(users, request)
    if (first === 'sessions' && id !== undefined && request.method === 'DELETE')
      return (await parts.endSession(id)) ? done : nothing('Session')
    if (first === undefined && request.method === 'GET') return found(realmShown(parts.realm))
    return nothing('Resource')
  }
  return async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path !== root && !path.startsWith(`${root}/`)) return false
    const token = /^Bearer ([A-Za-z0-9._-]{1,8000})$/i.exec(request.headers.authorization ?? '')?.[1]
    const claims = token === undefined ? null : await parts.signer.verify(token)
    if (claims === null) {
      sendJson(response, 401, { error: 'HTTP 401 Unauthorized' })
      return true
    }
    try {
      const asked = await read(request, path.slice(root.length))
      const has = rightsIn(claims)
      const allowed = asked !== null && neededFor(asked).some((right) => has.has(right))
      send(
        response,
        parts.origin + root,
        asked === null
          ? refused(400, 'unreadable')
          : allowed
            ? await answer(asked)
            : refused(403, 'HTTP 403 Forbidden'),
      )
    } catch (error) {
      if (!(error instanceof BadForm)) throw error
      sendJson(response, error.status, { errorMessage: error.message })
    }
    return true
  }
}

function rightsIn(claims: JWTPayload): ReadonlySet<string> {
  const parsed = rights.safeParse(claims)
  return new Set(parsed.success ? parsed.data.resource_access['realm-management'].roles : [])
}

/** Null for what cannot be read. @throws BadForm */
async function read(request: IncomingMessage, path: string): Promise<AdminRequest | null> {
  const method = request.method ?? ''
  const hasBody = method !== 'GET' && request.headers['content-type'] !== undefined
  try {
    const parts = path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
    const text = hasBody ? await readBody(request, 'application/json', bodyBound) : ''
    const body: unknown = text === '' ? null : JSON.parse(text)
    return parts.length > 6 ? null : { method, parts, query: queryOf(request), body }
  } catch (error) {
    if (error instanceof BadForm) throw error
    return null
  }
}

function send(response: ServerResponse, base: string, { status, body, location }: AdminAnswer): void {
  const headers = location === undefined ? {} : { location: `${base}/${location}` }
  if (body === undefined) sendNothing(response, status, headers)
  else sendJson(response, status, body, headers)
}

/** The realm as the file has it, without its lists. */
function realmShown(realm: Realm): object {
  return Object.fromEntries(Object.entries(realm).filter(([, value]) => typeof value !== 'object'))
}
