// Client scopes and their mappers: which claims a token carries. Both providers build tokens from these.
import { z } from 'zod'

const name = z.string().min(1).max(120)
const flag = z.enum(['true', 'false'])

/** Scopes that every Keycloak realm has; an operator may have added claims to them. */
export const keycloakScopes: ReadonlySet<string> = new Set([
  'acr',
  'basic',
  'email',
  'offline_access',
  'organization',
  'profile',
  'roles',
  'service_account',
  'web-origins',
])

/** A mapper puts one thing into tokens. `config` is Keycloak's: the flags say which tokens. */
export const mapperSchema = z.strictObject({
  name,
  protocol: z.literal('openid-connect'),
  protocolMapper: z.enum([
    'oidc-sub-mapper',
    'oidc-acr-mapper',
    'oidc-audience-mapper',
    'oidc-audience-resolve-mapper',
    'oidc-allowed-origins-mapper',
    'oidc-full-name-mapper',
    'oidc-organization-membership-mapper',
    'oidc-usermodel-attribute-mapper',
    'oidc-usermodel-client-role-mapper',
    'oidc-usermodel-property-mapper',
    'oidc-usermodel-realm-role-mapper',
    'oidc-usersessionmodel-note-mapper',
  ]),
  config: z.strictObject({
    'access.token.claim': flag.optional(),
    'id.token.claim': flag.optional(),
    'introspection.token.claim': flag.optional(),
    'userinfo.token.claim': flag.optional(),
    'claim.name': name.optional(),
    'jsonType.label': z.enum(['String', 'long', 'boolean', 'JSON']).optional(),
    'user.attribute': name.optional(),
    'user.session.note': name.optional(),
    'included.client.audience': name.optional(),
    multivalued: flag.optional(),
    addOrganizationId: flag.optional(),
    addOrganizationAttributes: flag.optional(),
  }),
})

/** A client scope. */
export const clientScopeSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]{0,60}$/),
  description: z.string().max(400),
  protocol: z.literal('openid-connect'),
  attributes: z.strictObject({
    'include.in.token.scope': flag.optional(),
    'display.on.consent.screen': flag.optional(),
    'consent.screen.text': z.string().max(120).optional(),
  }),
  protocolMappers: z.array(mapperSchema).max(20).optional(),
})

export type Mapper = z.infer<typeof mapperSchema>
