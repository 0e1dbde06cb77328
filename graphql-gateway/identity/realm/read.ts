// Reads the realm file as Keycloak does at import: placeholders are replaced by the environment, then it is checked.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { permissionsOf } from './permissions.ts'
import { type Realm, realmSchema } from './schema.ts'

/** The file that both providers are given. */
export const realmFile = new URL('./ndl-realm.json', import.meta.url)

/** The file as it stands, for a provider that checks and expands it itself. */
export function realmContent(): { readonly realm: string } {
  return z.looseObject({ realm: z.string() }).parse(JSON.parse(readFileSync(realmFile, 'utf8')))
}

/** The longest file that is read, in bytes; today's has 37,000. */
const fileBound = 1_000_000

/** A realm file that cannot be used. The message names the field and says what to do. */
export class BadRealm extends Error {
  override readonly name = 'BadRealm'
}

/** `${NAME}` or `${NAME:default}`. Keycloak's own message keys (`${role_default-roles}`) begin in lower case. */
const placeholder = /\$\{([A-Z][A-Z0-9_]*)(?::([^}]*))?\}/g

/** Replaces placeholders in every string. @throws BadRealm where a name has neither a value nor a default. */
export function expand(value: unknown, variables: Readonly<Record<string, string | undefined>>): unknown {
  if (typeof value === 'string')
    return value.replace(placeholder, (_, name: string, standard: string | undefined) => {
      const given = variables[name] || standard
      if (given === undefined)
        throw new BadRealm(
          `The realm file needs ${name}, which has no default. Set it, or write \${${name}:...}.`,
        )
      return given
    })
  if (Array.isArray(value)) return value.map((item) => expand(item, variables))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item, variables)]))
  return value
}

/** Checks a parsed realm file. @throws BadRealm */
export function parseRealm(content: unknown, variables: Readonly<Record<string, string | undefined>>): Realm {
  const parsed = realmSchema.safeParse(expand(content, variables))
  if (parsed.success) {
    const fault = danglingName(parsed.data)
    if (fault === null) return parsed.data
    throw new BadRealm(`The realm file cannot be used: ${fault}.`)
  }
  const issue = parsed.error.issues[0]
  throw new BadRealm(
    `The realm file cannot be used: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown'}. Correct it, or add the field to realm/schema.ts when both providers heed it.`,
  )
}

/** Reads a realm file. @throws BadRealm */
export function readRealm(
  variables: Readonly<Record<string, string | undefined>>,
  file: URL = realmFile,
): Realm {
  const bytes = readFileSync(file)
  if (bytes.length > fileBound) throw new BadRealm(`The realm file is larger than ${fileBound} bytes.`)
  return parseRealm(parseJson(bytes.toString('utf8')), variables)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadRealm(`The realm file is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A name that is used and not declared; Keycloak drops some of these without a word. */
function danglingName(realm: Realm): string | null {
  const scopes = new Set(realm.clientScopes.map(({ name }) => name))
  const roles = new Set(realm.roles.realm.map(({ name }) => name))
  const clients = new Set(realm.clients.map(({ clientId }) => clientId))
  const flows = new Set(realm.authenticationFlows.map(({ alias }) => alias))
  const configs = new Set(realm.authenticatorConfig.map(({ alias }) => alias))
  const steps = realm.authenticationFlows.flatMap((flow) => flow.authenticationExecutions)
  const { policies, permissions } = permissionsOf(realm)
  const used: readonly (readonly [string, ReadonlySet<string>, readonly (string | undefined)[]])[] = [
    [
      'client scope',
      scopes,
      realm.clients.flatMap((c) => [...c.defaultClientScopes, ...c.optionalClientScopes]),
    ],
    ['client scope', scopes, realm.scopeMappings.map(({ clientScope }) => clientScope)],
    ['client scope', scopes, [...realm.defaultDefaultClientScopes, ...realm.defaultOptionalClientScopes]],
    // Keycloak makes this role itself.
    ['role', new Set([...roles, 'offline_access']), realm.scopeMappings.flatMap((mapping) => mapping.roles)],
    ['role', roles, [realm.defaultRole.name]],
    ['client', clients, realm.users.map(({ serviceAccountClientId }) => serviceAccountClientId)],
    [
      'client',
      clients,
      Object.values(realm.clientScopeMappings).flatMap((all) => all.map(({ client }) => client)),
    ],
    ['policy', new Set(policies.map(({ name }) => name)), permissions.flatMap((p) => p.config.applyPolicies)],
    ['client', clients, policies.flatMap(({ config }) => config.clients)],
    ['flow', flows, [realm.browserFlow, ...steps.map(({ flowAlias }) => flowAlias)]],
    ['configuration of a step', configs, steps.map(({ authenticatorConfig }) => authenticatorConfig)],
  ]
  for (const [what, declared, names] of used)
    for (const name of names)
      if (name !== undefined && !declared.has(name))
        return `it names the ${what} ${name}, which it does not declare`
  return null
}
