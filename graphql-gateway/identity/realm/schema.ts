// The checked list of fields of a realm in Keycloak's import format. A field that is not here is refused, so that
// nothing gets into the file which only one of the two providers heeds and nobody has looked at.
import { z } from 'zod'
import { clientSchema } from './client-schema.ts'
import { clientScopeSchema } from './scope-schema.ts'

const name = z.string().min(1).max(120)
const seconds = z.number().int().min(1).max(31_536_000)
const sentence = z.string().max(400)
const textByText = z.record(name, sentence)

const composites = z.strictObject({
  realm: z.array(name).optional(),
  client: z.record(name, z.array(name)).optional(),
})

const role = z.strictObject({
  /** Given to roles that a permission names: those go by id. */
  id: z.guid().optional(),
  name,
  description: sentence.optional(),
  composite: z.boolean().optional(),
  composites: composites.optional(),
})

const execution = z
  .strictObject({
    authenticator: name.optional(),
    authenticatorFlow: z.boolean(),
    flowAlias: name.optional(),
    authenticatorConfig: name.optional(),
    requirement: z.enum(['ALTERNATIVE', 'CONDITIONAL', 'REQUIRED', 'DISABLED']),
    priority: z.number().int().min(0),
  })
  .refine((step) => step.authenticatorFlow === (step.flowAlias !== undefined), 'a sub-flow has a flowAlias')

const flow = z.strictObject({
  alias: name,
  description: sentence,
  providerId: z.literal('basic-flow'),
  topLevel: z.boolean(),
  builtIn: z.literal(false),
  authenticationExecutions: z.array(execution).max(20),
})

const life = {
  accessTokenLifespan: seconds,
  accessCodeLifespan: seconds,
  accessCodeLifespanLogin: seconds,
  accessCodeLifespanUserAction: seconds,
  ssoSessionIdleTimeout: seconds,
  ssoSessionMaxLifespan: seconds,
  ssoSessionIdleTimeoutRememberMe: seconds,
  ssoSessionMaxLifespanRememberMe: seconds,
  revokeRefreshToken: z.literal(true),
  refreshTokenMaxReuse: z.literal(0),
}

const guard = {
  bruteForceProtected: z.literal(true),
  permanentLockout: z.literal(false),
  bruteForceStrategy: z.literal('MULTIPLE'),
  failureFactor: z.number().int().min(3).max(10),
  waitIncrementSeconds: seconds,
  maxFailureWaitSeconds: seconds,
  minimumQuickLoginWaitSeconds: seconds,
  quickLoginCheckMilliSeconds: z.number().int().min(0),
  maxDeltaTimeSeconds: seconds,
  passwordPolicy: sentence,
  otpPolicyType: z.literal('totp'),
  otpPolicyAlgorithm: z.literal('HmacSHA1'),
  otpPolicyDigits: z.literal(6),
  otpPolicyPeriod: z.literal(30),
  otpPolicyLookAheadWindow: z.literal(1),
  otpPolicyCodeReusable: z.literal(false),
}

/** People are never in the file: what is here is the account that a client acts with. */
const serviceAccount = z.strictObject({
  username: name,
  enabled: z.boolean(),
  serviceAccountClientId: name,
  clientRoles: z.record(name, z.array(name)),
})

const profileComponent = z.strictObject({
  providerId: z.literal('declarative-user-profile'),
  config: z.strictObject({ 'kc.user.profile.config': z.tuple([z.string().max(20_000)]) }),
})

const executor = z.strictObject({ executor: name, configuration: z.record(name, z.unknown()) })
const condition = z.strictObject({
  condition: name,
  configuration: z.strictObject({ roles: z.array(name) }),
})

/** A realm: what is read here is what both providers are given. */
export const realmSchema = z.strictObject({
  realm: z.string().regex(/^[a-z][a-z0-9-]{0,35}$/),
  enabled: z.literal(true),
  displayName: name,
  sslRequired: z.literal('external'),
  // Somebody could take another reader's card name: accounts come from a proved card.
  registrationAllowed: z.literal(false),
  registrationEmailAsUsername: z.literal(false),
  loginWithEmailAllowed: z.literal(false),
  duplicateEmailsAllowed: z.literal(false),
  // For administrators, as the user profile has it: a card that is handed on takes its name from the account that had it.
  editUsernameAllowed: z.literal(true),
  resetPasswordAllowed: z.literal(false),
  rememberMe: z.boolean(),
  verifyEmail: z.boolean(),
  internationalizationEnabled: z.literal(true),
  supportedLocales: z.array(z.enum(['zh-CN', 'en'])).min(1),
  defaultLocale: z.enum(['zh-CN', 'en']),
  localizationTexts: z.record(name, textByText),
  defaultSignatureAlgorithm: z.literal('RS256'),
  ...life,
  ...guard,
  browserSecurityHeaders: textByText,
  eventsEnabled: z.boolean(),
  eventsExpiration: seconds,
  eventsListeners: z.array(name),
  enabledEventTypes: z.array(name),
  adminEventsEnabled: z.boolean(),
  adminEventsDetailsEnabled: z.literal(false),
  attributes: textByText,
  roles: z.strictObject({ realm: z.array(role), client: z.record(name, z.array(role)) }),
  groups: z.array(z.strictObject({ id: z.guid(), name })).max(5),
  defaultRole: z.strictObject({ name, composite: z.literal(true) }),
  // Else `manage-users` is the only way to open accounts, and gives every role.
  adminPermissionsEnabled: z.literal(true),
  adminPermissionsClient: z.strictObject({
    clientId: z.literal('admin-permissions'),
    standardFlowEnabled: z.literal(false),
    fullScopeAllowed: z.literal(false),
  }),
  clientScopes: z.array(clientScopeSchema).max(50),
  defaultDefaultClientScopes: z.array(name),
  defaultOptionalClientScopes: z.array(name),
  clients: z.array(clientSchema).max(20),
  scopeMappings: z.array(z.strictObject({ clientScope: name, roles: z.array(name) })),
  clientScopeMappings: z.record(name, z.array(z.strictObject({ client: name, roles: z.array(name) }))),
  clientProfiles: z.strictObject({
    profiles: z.array(z.strictObject({ name, description: sentence, executors: z.array(executor).min(1) })),
  }),
  clientPolicies: z.strictObject({
    policies: z.array(
      z.strictObject({
        name,
        description: sentence,
        enabled: z.literal(true),
        conditions: z.array(condition).min(1),
        profiles: z.array(name).min(1),
      }),
    ),
  }),
  components: z.strictObject({
    'org.keycloak.userprofile.UserProfileProvider': z.tuple([profileComponent]),
  }),
  authenticationFlows: z.array(flow),
  authenticatorConfig: z.array(z.strictObject({ alias: name, config: textByText })),
  browserFlow: name,
  organizationsEnabled: z.boolean(),
  users: z.array(serviceAccount).max(5),
})

/** A realm as it is in the file, its placeholders expanded. */
export type Realm = z.infer<typeof realmSchema>
export type RealmClient = Realm['clients'][number]
export type RealmScope = Realm['clientScopes'][number]
