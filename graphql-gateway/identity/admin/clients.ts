// `/clients`: clients of library sites. What the client policy of the realm file refuses is refused here alike.
import { randomUUID } from 'node:crypto'
import type { Db } from 'mongodb'
import { z } from 'zod'
import type { Clients } from '../provider/contract.ts'
import { isExactAddress, type Realm, type RealmClient, signedOutAddresses } from '../realm/index.ts'
import { clientFields } from '../realm/client-schema.ts'
import { type AdminAnswer, type AdminRequest, done, found, idOf, nothing, pageIn, refused } from './answer.ts'
import { type Kept, type KeptThings, openKept } from './kept.ts'

/** A client of a site, as it may be asked for: fields of Keycloak's that nothing here heeds are left out. */
const asked = z.object({
  ...clientFields.partial().shape,
  clientId: clientFields.shape.clientId,
  // Looked at by the policy, which answers, and not by the shape.
  implicitFlowEnabled: z.boolean().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
})
const attributeNames: ReadonlySet<string> = new Set(Object.keys(clientFields.shape.attributes.unwrap().shape))

export interface AdminClients {
  readonly answer: (request: AdminRequest) => Promise<AdminAnswer>
  /** For the protocol. */
  readonly clients: Clients
}

/** Milliseconds. */
const keptFor = 1_000
const mostLately = 1_000

/** `now` in milliseconds. */
export async function openClients(db: Db, realm: Realm, now: () => number): Promise<AdminClients> {
  const kept = await openKept(db, 'identity_clients', clientFields)
  const own = new Map(realm.clients.map((client) => [client.clientId, client]))
  // A sign-in and a refresh ask for their client several times.
  const lately = new Map<string, { readonly until: number; readonly client: RealmClient | null }>()
  return {
    async answer(request) {
      const answered = await answer({ realm, kept, own }, request)
      lately.clear()
      return answered
    },
    clients: {
      async find(clientId) {
        const file = own.get(clientId)
        if (file !== undefined) return file
        const known = lately.get(clientId)
        if (known !== undefined && known.until > now()) return known.client
        const client = (await kept.findByName(clientId))?.value ?? null
        if (lately.size >= mostLately) lately.clear()
        lately.set(clientId, { client, until: now() + keptFor })
        return client
      },
    },
  }
}

interface Parts {
  readonly realm: Realm
  readonly kept: KeptThings<RealmClient>
  readonly own: ReadonlyMap<string, RealmClient>
}

const shown = ({ id, value }: Kept<RealmClient>): object => ({ id, ...value })
const inFile = (client: RealmClient): Kept<RealmClient> => ({
  id: idOf('client', client.clientId),
  value: client,
})

async function answer({ realm, kept, own }: Parts, request: AdminRequest): Promise<AdminAnswer> {
  const { method, parts, query, body, by } = request
  const [, id, ...rest] = parts
  if (rest.length > 0) return nothing('Resource')
  if (id === undefined && method === 'GET') {
    const clientId = query.get('clientId')
    if (clientId !== null) {
      const file = own.get(clientId)
      const one = file === undefined ? await kept.findByName(clientId) : inFile(file)
      return found(one === null ? [] : [shown(one)])
    }
    const page = pageIn(query)
    if (page === null) return refused(400, 'first or max is no number, or too large')
    // Those of the file come first.
    const file = [...own.values()].map(inFile)
    const { first, max } = page
    const ahead = file.slice(first, first + max)
    const more = await kept.list({ first: Math.max(0, first - file.length), max: max - ahead.length })
    return found([...ahead, ...more].map(shown))
  }
  if (id === undefined) {
    if (method !== 'POST') return refused(405, 'method not allowed')
    const client = siteClientIn(realm, body)
    if (typeof client === 'string') return refused(400, client)
    const taken = refused(409, `Client ${client.clientId} already exists`)
    if (own.has(client.clientId)) return taken
    const made = randomUUID()
    await by.note({ action: 'client.make', object: `client:${client.clientId}` })
    return (await kept.make(made, client.clientId, client)) === 'taken'
      ? taken
      : { status: 201, location: `clients/${made}` }
  }
  const file = [...own.values()].map(inFile).find((one) => one.id === id)
  const one = file ?? (await kept.find(id))
  if (one === null) return nothing('Client')
  if (method === 'GET') return found(shown(one))
  if (file !== undefined) return refused(403, `${file.value.clientId} is kept in the realm file`)
  if (method === 'DELETE') {
    await by.note({ action: 'client.remove', object: `client:${one.value.clientId}` })
    return (await kept.remove(id)) ? done : nothing('Client')
  }
  if (method !== 'PUT') return refused(405, 'method not allowed')
  const client = siteClientIn(realm, body)
  if (typeof client === 'string') return refused(400, client)
  if (client.clientId !== one.value.clientId) return refused(400, 'a client keeps its clientId')
  await by.note({ action: 'client.change', object: `client:${client.clientId}` })
  return (await kept.replace(id, client)) ? done : nothing('Client')
}

/** The client that is meant, or what is wrong with it. */
function siteClientIn(realm: Realm, body: unknown): RealmClient | string {
  const parsed = asked.safeParse(body)
  if (!parsed.success) return `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`
  const given = parsed.data
  if (given.fullScopeAllowed !== false) return 'Not allowed to have full scope'
  if (given.publicClient !== true || given.bearerOnly || given.serviceAccountsEnabled)
    return 'a site has a public client that people sign in with'
  const addresses = [...(given.redirectUris ?? []), ...signedOutAddresses(given)]
  const told = given.attributes?.['backchannel.logout.url']
  for (const address of told === undefined ? addresses : [...addresses, told])
    if (!isExactAddress(address)) return `Invalid address: ${address}`
  for (const origin of given.webOrigins ?? [])
    if (origin !== '+' && (!isExactAddress(origin) || new URL(origin).origin !== origin))
      return `Invalid web origin: ${origin}`
  const defaults = given.defaultClientScopes ?? realm.defaultDefaultClientScopes
  const optional = given.optionalClientScopes ?? []
  // Of the scopes that are chosen, none that the portal may not have: those of staff are the console's alone.
  const allowed = readerScopes(realm)
  const strange = [...(given.defaultClientScopes ?? []), ...optional].find((name) => !allowed.has(name))
  if (strange !== undefined) return `a site may not have the scope ${strange}`
  const attributes = Object.fromEntries(
    Object.entries(given.attributes ?? {}).filter(([name]) => attributeNames.has(name)),
  )
  const made = clientFields.safeParse({
    clientId: given.clientId,
    name: given.name,
    enabled: given.enabled ?? true,
    protocol: 'openid-connect',
    rootUrl: given.rootUrl,
    baseUrl: given.baseUrl,
    publicClient: true,
    standardFlowEnabled: given.standardFlowEnabled ?? true,
    // As the policy of the file: switched off and set, whatever was asked.
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    redirectUris: given.redirectUris ?? [],
    webOrigins: given.webOrigins ?? [],
    attributes: { ...attributes, 'pkce.code.challenge.method': 'S256' },
    defaultClientScopes: defaults,
    optionalClientScopes: optional,
  })
  if (!made.success) return `${made.error.issues[0]?.path.join('.')}: ${made.error.issues[0]?.message}`
  return made.data
}

function readerScopes(realm: Realm): ReadonlySet<string> {
  const portal = realm.clients.find(({ clientId }) => clientId === 'ndl-portal')
  return new Set([...(portal?.defaultClientScopes ?? []), ...(portal?.optionalClientScopes ?? [])])
}
