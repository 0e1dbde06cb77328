// For tests: tries every guarded field of a subgraph on an object of another library, as everybody who may not.
import { anonymous, can, type Action, type Person, type Principal } from '@shuxiang/permissions'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql'
import type { CommandStartedEvent, Db } from 'mongodb'
import type { Subgraph } from './contract.ts'
import { createExecutor } from './execute.ts'
import type { PermitObject } from './permit.ts'
import { memoryAudit, testContext } from './test-context.ts'

/** An object that is there, of a library and an owner that none of those who try has anything to do with. */
export interface Example {
  /** As the store says it is; `own` where a field reaches nothing but what is of whoever asks. */
  readonly object: PermitObject | 'own'
  /** Arguments by name; those that are left out and required are made up by their type. */
  readonly args?: Readonly<Record<string, unknown>>
}

/** What to try. */
export interface Attempts {
  /** Of a client that tells its commands (`monitorCommands`). */
  readonly db: Db
  /** By `Type.field` of everything that the subgraph declares in `actions`. */
  readonly examples: Readonly<Record<string, Example>>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Collections whose documents must stay as they are. */
  readonly collections: readonly string[]
}

/** Everybody who may be somebody, at home in the library `home`; `now` in seconds since 1970. */
export function everybody(now: number): ReadonlyMap<string, Principal> {
  const person = (facts: Partial<Person>): Person => ({
    kind: 'person',
    subject: 'somebody-else',
    client: 'console',
    azp: 'ndl-console',
    sessionId: 'session',
    level: 2,
    authenticatedAt: now - 60,
    roles: ['reader', 'staff'],
    username: 'home/1',
    homeLibrary: 'home',
    ageBand: 'adult',
    memberships: [],
    ...facts,
  })
  const member = (role: Person['memberships'][number]['role']): Person =>
    person({ memberships: [{ library: 'home', role, expires: null }] })
  const portal = { client: 'portal', azp: 'ndl-portal', level: 1 } as const
  return new Map<string, Principal>([
    ['nobody', anonymous],
    ['a reader', person({ ...portal, roles: ['reader'] })],
    ['a verified reader', person({ ...portal, roles: ['reader', 'reader-verified'] })],
    ['a child', person({ ...portal, roles: ['reader', 'reader-verified'], ageBand: 'under-14' })],
    ['an editor elsewhere', member('editor')],
    ['a publisher elsewhere', member('publisher')],
    ['a branch admin elsewhere', member('branch-admin')],
    ['a national editor', person({ roles: ['reader', 'staff', 'national-editor'] })],
    ['a national admin', person({ roles: ['reader', 'staff', 'national-admin'] })],
    ['a national admin on the portal', person({ ...portal, level: 2, roles: ['reader', 'national-admin'] })],
    ['a national admin without second factor', person({ level: 1, roles: ['reader', 'national-admin'] })],
    ['an auditor', person({ roles: ['reader', 'staff', 'auditor'] })],
  ])
}

const refusals = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'STEP_UP_REQUIRED'])

/** What is wrong, a sentence each; empty when everybody who may not was refused, it was noted, and nothing has changed. */
export async function attempt(subgraph: Subgraph, attempts: Attempts): Promise<string[]> {
  const { examples, now } = attempts
  const mutations = Object.keys(subgraph.schema.getMutationType()?.getFields() ?? {})
  const undeclared = mutations
    .map((field) => `${subgraph.schema.getMutationType()?.name}.${field}`)
    .filter((place) => !subgraph.actions.has(place))
    .map((place) => `${place}: say in "actions" which action it is`)
  const found = [...undeclared, ...(await curious(subgraph, attempts))]
  const watched = await watch(attempts)
  for (const [place, action] of subgraph.actions) {
    const example = Object.hasOwn(examples, place) ? examples[place] : undefined
    if (!example) found.push(`${place}: give an example of an object of another library`)
    else
      for (const [who, principal] of everybody(now() / 1000))
        if (!can(principal, action, objectFor(principal, example), { now: now() / 1000 }).allowed)
          found.push(
            ...(await tried(subgraph, attempts, {
              place,
              action,
              example,
              who,
              principal,
              changed: watched.changed,
            })),
          )
  }
  watched.stop()
  return found
}

/** Commands that change nothing, whatever they say. */
const reads = new Set(['find', 'getMore', 'count', 'distinct', 'aggregate', 'killCursors', 'endSessions'])

/**
 * Tells whether the content is another one than when it was asked last. It is read whole only after a command that may have
 * changed it: there are thousands of libraries, and hundreds of tries.
 */
async function watch({ db, collections }: Attempts): Promise<{ changed(): Promise<boolean>; stop(): void }> {
  if (db.client.options.monitorCommands !== true) throw new Error('Give a client that tells its commands.')
  let written = false
  const note = ({ commandName }: CommandStartedEvent): void => {
    written ||= !reads.has(commandName)
  }
  db.client.on('commandStarted', note)
  let content = await contentOf(db, collections)
  return {
    async changed() {
      if (!written) return false
      written = false
      const before = content
      content = await contentOf(db, collections)
      return content !== before
    },
    stop: () => void db.client.off('commandStarted', note),
  }
}

/** As `attempt`, for a type that the gateway fetches by its key; `example.args` are the key. */
export async function attemptByKey(
  subgraph: Subgraph,
  { db, now }: Pick<Attempts, 'db' | 'now'>,
  { type, action, example }: { readonly type: string; readonly action: Action; readonly example: Example },
): Promise<string[]> {
  const query = `query($key: [_Any!]!) { _entities(representations: $key) { ... on ${type} { ${['__typename', ...leavesOf(subgraph.schema.getType(type))].join(' ')} } } }`
  const found: string[] = []
  for (const [who, principal] of everybody(now() / 1000)) {
    if (can(principal, action, objectFor(principal, example), { now: now() / 1000 }).allowed) continue
    const audit = memoryAudit()
    const context = testContext(db, { principal, audit, now })
    const variables = { key: [{ __typename: type, ...example.args }] }
    const { data, errors } = await createExecutor(subgraph)(query, variables, context)
    const code = errors?.[0]?.extensions['code']
    if (typeof code !== 'string' || !refusals.has(code))
      found.push(`${type} by key: ${who} is not refused: ${JSON.stringify(data)}`)
    const noted = audit.recorded.some((entry) => entry.outcome === 'refused' && entry.action === action)
    if (code === 'FORBIDDEN' && !noted)
      found.push(`${type} by key: the refusal of ${who} is not in the audit log`)
  }
  return found
}

/** Fields of Query whose answer depends on who asks, and that do not say what for. What lies below them is asked by its leaves. */
async function curious(subgraph: Subgraph, { db, now }: Attempts): Promise<string[]> {
  const query = subgraph.schema.getQueryType()
  const found: string[] = []
  for (const field of Object.keys(query?.getFields() ?? {})) {
    const place = `${query?.name}.${field}`
    if (field.startsWith('_') || subgraph.actions.has(place)) continue
    let looked = false
    const context = testContext(db, { now })
    const watched = Object.defineProperty({ ...context }, 'principal', {
      get() {
        looked = true
        return context.principal
      },
    })
    const { query: text, variables } = operationOf(subgraph, place, {})
    await createExecutor(subgraph)(text, variables, watched)
    if (looked) found.push(`${place} looks at who asks: say in "actions" which action it is`)
  }
  return found
}

function objectFor(principal: Principal, { object }: Example): PermitObject {
  if (object !== 'own') return object
  return principal.kind === 'person' ? { owner: principal.subject } : {}
}

interface Try {
  readonly place: string
  readonly action: Action
  readonly example: Example
  readonly who: string
  readonly principal: Principal
  readonly changed: () => Promise<boolean>
}

async function tried(subgraph: Subgraph, { db, now }: Attempts, one: Try): Promise<string[]> {
  const { place, action, example, who, principal, changed } = one
  const audit = memoryAudit()
  const { query, variables } = operationOf(subgraph, place, example.args ?? {})
  const context = testContext(db, { principal, audit, now })
  const { data, errors } = await createExecutor(subgraph)(query, variables, context)
  const code = errors?.[0]?.extensions['code']
  const found: string[] = []
  // A field of Query may give a guest nothing in place of an error.
  const nothing = errors === undefined && place.startsWith('Query.') && isNothing(data)
  if (!nothing && (typeof code !== 'string' || !refusals.has(code)))
    found.push(`${who} is not refused: ${errors?.[0]?.message ?? JSON.stringify(data)}`)
  if (await changed()) found.push(`${who} changes the store`)
  const noted = audit.recorded.some((entry) => entry.outcome === 'refused' && entry.action === action)
  if (principal.kind === 'person' && code === 'FORBIDDEN' && !noted)
    found.push(`the refusal of ${who} is not in the audit log`)
  return found.map((sentence) => `${place}: ${sentence}`)
}

function isNothing(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).every((value) => value === null)
}

async function contentOf(db: Db, collections: readonly string[]): Promise<string> {
  const all = await Promise.all(
    collections.map((name) => db.collection(name).find({}).sort({ _id: 1 }).toArray()),
  )
  return JSON.stringify(all)
}

/** The field alone, with the least that can be selected below it. */
function operationOf(subgraph: Subgraph, place: string, given: Readonly<Record<string, unknown>>) {
  const [typeName = '', fieldName = ''] = place.split('.')
  const { schema } = subgraph
  const type = schema.getType(typeName)
  const isMutation = type === schema.getMutationType()
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined
  if (!field || (!isMutation && type !== schema.getQueryType()))
    throw new Error(`${place} is no field of Query or Mutation: guard what leads to it.`)
  const args = field.args.filter(
    ({ name, type: wanted }) => Object.hasOwn(given, name) || isNonNullType(wanted),
  )
  const variables = Object.fromEntries(
    args.map(({ name, type: wanted }) => [name, Object.hasOwn(given, name) ? given[name] : madeUp(wanted)]),
  )
  const declared = args.map(({ name, type: wanted }) => `$${name}: ${String(wanted)}`).join(', ')
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const value = getNamedType(field.type)
  const below = isLeafType(value) ? '' : ` { ${['__typename', ...leavesOf(value)].join(' ')} }`
  const query = `${isMutation ? 'mutation' : 'query'}${declared && `(${declared})`} { ${fieldName}${passed && `(${passed})`}${below} }`
  return { query, variables }
}

/** Fields of a type that need nothing more to be asked. */
function leavesOf(type: GraphQLNamedType | GraphQLOutputType | undefined): string[] {
  if (!isObjectType(type)) return []
  return Object.values(type.getFields())
    .filter(
      (field) =>
        isLeafType(getNamedType(field.type)) && !field.args.some(({ type: wanted }) => isNonNullType(wanted)),
    )
    .map(({ name }) => name)
}

/** A value that fits a type. */
function madeUp(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType)
  if (isListType(type)) return [madeUp(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, madeUp(field.type)]),
    )
  if (type.name === 'Int' || type.name === 'Float') return 1
  return type.name === 'Boolean' ? true : 'x'
}
