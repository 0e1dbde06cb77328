// Keycloak's admin interface, in the parts that the provisioner needs: `/admin/realms/<realm>/...`.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AuditEntry, AuditPort } from '@shuxiang/audit/contract'
import type { JWTPayload } from 'jose'
import { z } from 'zod'
import { BadForm, queryOf, readBody, sendJson, sendNothing } from '../provider/http.ts'
import type { TokenSigner } from '../provider/tokens.ts'
import { managesAccounts, profileOf, type Realm, rolesGivenBy, standardRoles } from '../realm/index.ts'
import { type AdminAnswer, type AdminRequest, type Change, done, found, nothing, refused } from './answer.ts'
import type { AdminClients } from './clients.ts'
import type { UserParts } from './user-parts.ts'
import { answerUsers } from './users.ts'

export interface AdminParts extends Omit<UserParts, 'profile' | 'standardRoles'> {
  readonly realm: Realm
  readonly origin: string
  readonly signer: TokenSigner
  readonly clients: AdminClients
  readonly organizations: (request: AdminRequest) => Promise<AdminAnswer>
  readonly audit: AuditPort
}

/** Bytes of a body; a client with twenty addresses has 6,000. */
const bodyBound = 100_000

type Asked = Omit<AdminRequest, 'by'>

/** What stands under the lists, as the audit log calls it. */
const kinds: Readonly<Record<string, string>> = {
  users: 'account',
  clients: 'client',
  organizations: 'organization',
  sessions: 'session',
}

const rights = z.object({
  resource_access: z.object({ 'realm-management': z.object({ roles: z.array(z.string()) }) }),
})

/** Which right a request needs; one of several is enough. */
function neededFor({ method, parts: [first] }: Pick<AdminRequest, 'method' | 'parts'>): readonly string[] {
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
  const { realm } = parts
  const users: UserParts = {
    ...parts,
    profile: profileOf(realm),
    standardRoles: new Set(standardRoles(realm)),
  }
  const answer = async (request: AdminRequest): Promise<AdminAnswer> => {
    const [first, id] = request.parts
    if (first === 'clients') return parts.clients.answer(request)
    if (first === 'organizations') return parts.organizations(request)
    if (first === 'users') return answerUsers(users, request)
    if (first === 'sessions' && id !== undefined && request.method === 'DELETE') {
      await request.by.note({ action: 'session.end', object: `session:${id}` })
      return (await parts.endSession(id)) ? done : nothing('Session')
    }
    if (first === undefined && request.method === 'GET') return found(realmShown(parts.realm))
    return nothing('Resource')
  }
  const answerTo = async (asked: Asked, claims: JWTPayload): Promise<AdminAnswer> => {
    const { actor, client } = whoIn(claims)
    const record = (said: Pick<AuditEntry, 'action' | 'outcome' | 'reason' | 'object' | 'details'>) =>
      parts.audit.record({ ...said, actor, client, library: null, requestId: randomUUID() })
    const note = (change: Change): Promise<void> => record({ ...change, outcome: 'done', reason: null })
    const has = rightsIn(claims, realm)
    const given = neededFor(asked).some((right) => has.has(right))
      ? await answer({ ...asked, by: { gives: new Set(rolesGivenBy(realm, client)), note } })
      : refused(403, 'HTTP 403 Forbidden')
    if (given.status === 403 && asked.method !== 'GET')
      await record({
        action: 'admin.refused',
        outcome: 'refused',
        reason: 'right',
        object: [kinds[asked.parts[0] ?? ''] ?? 'realm', ...asked.parts.slice(1, 2)].join(':'),
        details: { method: asked.method },
      })
    return given
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
      send(
        response,
        parts.origin + root,
        asked === null ? refused(400, 'unreadable') : await answerTo(asked, claims),
      )
    } catch (error) {
      if (!(error instanceof BadForm)) throw error
      sendJson(response, error.status, { errorMessage: error.message })
    }
    return true
  }
}

/** Those of the token, and to look after accounts, which the permissions of the realm file give. */
function rightsIn(claims: JWTPayload, realm: Realm): ReadonlySet<string> {
  const parsed = rights.safeParse(claims)
  const named = parsed.success ? parsed.data.resource_access['realm-management'].roles : []
  return new Set([...named, ...(managesAccounts(realm, whoIn(claims).client) ? ['manage-users'] : [])])
}

function whoIn({ sub, azp }: JWTPayload): { readonly actor: string; readonly client: string } {
  return { actor: sub ?? 'unknown', client: typeof azp === 'string' ? azp : 'unknown' }
}

/** Null for what cannot be read. @throws BadForm */
async function read(request: IncomingMessage, path: string): Promise<Asked | null> {
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
