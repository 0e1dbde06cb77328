// A realm as an earlier release may have left it, with what an operator has added since.
import { z } from 'zod'
import { realmContent } from '../realm/index.ts'

const named = z.object({ name: z.string() }).catchall(z.unknown())
const record = z.record(z.string(), z.unknown())
const file = z
  .object({
    realm: z.string(),
    attributes: record,
    localizationTexts: z.record(z.string(), record),
    roles: z.object({ realm: z.array(named), client: record }),
    clientScopes: z.array(
      z.object({ name: z.string(), protocolMappers: z.array(named).optional() }).catchall(z.unknown()),
    ),
    clients: z.array(
      z
        .object({
          clientId: z.string(),
          attributes: record.optional(),
          redirectUris: z.array(z.string()).optional(),
          defaultClientScopes: z.array(z.string()),
          optionalClientScopes: z.array(z.string()),
        })
        .catchall(z.unknown()),
    ),
    scopeMappings: z.array(z.object({ clientScope: z.string(), roles: z.array(z.string()) })),
    clientScopeMappings: z.record(
      z.string(),
      z.array(z.object({ client: z.string(), roles: z.array(z.string()) })),
    ),
    users: z.array(
      z
        .object({ username: z.string(), clientRoles: z.record(z.string(), z.array(z.string())).optional() })
        .catchall(z.unknown()),
    ),
    authenticationFlows: z.array(
      z.object({ alias: z.string(), authenticationExecutions: z.array(record) }).catchall(z.unknown()),
    ),
    authenticatorConfig: z.array(z.object({ alias: z.string(), config: z.record(z.string(), z.string()) })),
    components: z.record(z.string(), z.array(z.unknown())),
  })
  .catchall(z.unknown())
const profileText = z.tuple([
  z.object({ config: z.object({ 'kc.user.profile.config': z.tuple([z.string()]) }), providerId: z.string() }),
])
const profileShape = z.object({ attributes: z.array(named) })

/** Somebody who has an account already. */
export const olderPerson = { username: 'sh-xuhui/90001', password: 'horse battery staple' }

/** JSON that Keycloak imports. */
export function olderRealm(): { readonly realm: string } {
  const older = file.parse(realmContent())
  // Settings that were others, and lists that were shorter.
  Object.assign(older, {
    accessTokenLifespan: 600,
    adminEventsEnabled: false,
    failureFactor: 8,
    editUsernameAllowed: false,
    supportedLocales: ['en', 'de'],
    eventsListeners: ['jboss-logging', 'email'],
    smtpServer: {
      host: 'mail.library.example',
      from: 'no-reply@library.example',
      password: 'of the operator',
    },
    identityProviders: [
      {
        alias: 'province',
        providerId: 'oidc',
        enabled: true,
        config: {
          clientId: 'ndl',
          clientSecret: 'of the province',
          authorizationUrl: 'https://id.province.example/auth',
          tokenUrl: 'https://id.province.example/token',
        },
      },
    ],
  })
  older.attributes = { frontendUrl: '' }
  older.localizationTexts = { en: { 'of-the-operator': 'Our own words', 'ndl-username-shape': 'Old words' } }
  // No fine-grained permissions: the provisioner could give every role.
  for (const field of [
    'adminPermissionsEnabled',
    'adminPermissionsClient',
    'groups',
    'clientProfiles',
    'clientPolicies',
  ])
    delete older[field]
  older.clients = older.clients.filter(({ clientId }) => clientId !== 'admin-permissions')
  older.clientScopeMappings['realm-management']?.forEach(({ roles }) => roles.push('manage-users'))
  for (const { clientRoles } of older.users) clientRoles?.['realm-management']?.push('manage-users')
  // A role and a claim that came later; a ceiling that somebody has raised.
  older.roles.realm = older.roles.realm
    .filter(({ name }) => name !== 'auditor')
    .map(({ id: _, ...role }) => ({ ...role, name: String(role['name']) }))
  for (const mapping of older.scopeMappings)
    mapping.roles = [
      ...mapping.roles.filter((role) => role !== 'auditor'),
      ...(mapping.clientScope === 'ndl-reader-roles' ? ['national-admin'] : []),
    ]
  for (const scope of older.clientScopes)
    if (scope.name === 'reader-profile')
      scope.protocolMappers = scope.protocolMappers?.filter(({ name }) => name !== 'name')
    else if (scope.name === 'ndl-gateway') scope['description'] = 'Old words'
  older.clientScopes = older.clientScopes.filter(({ name }) => name !== 'ndl-staff-roles')
  older.scopeMappings = older.scopeMappings.filter(({ clientScope }) => clientScope !== 'ndl-staff-roles')
  for (const client of older.clients) {
    if (client.clientId === 'ndl-portal') {
      client.redirectUris?.push('https://old.library.example/auth/callback')
      client.defaultClientScopes = client.defaultClientScopes.filter((name) => name !== 'reader-profile')
      client.optionalClientScopes = ['profile', 'reader-profile', 'offline_access']
    }
    if (client.clientId !== 'ndl-console') continue
    // Whoever signs in there would be a national administrator.
    client['protocolMappers'] = [
      {
        name: 'by hand',
        protocol: 'openid-connect',
        protocolMapper: 'oidc-hardcoded-role-mapper',
        config: { role: 'national-admin' },
      },
    ]
    delete client.attributes?.['minimum.acr.value']
    client.defaultClientScopes = client.defaultClientScopes.filter((name) => name !== 'ndl-staff-roles')
  }
  // The second factor was enrolled by whoever knew the password.
  older.authenticationFlows = older.authenticationFlows.filter(
    ({ alias }) => alias !== 'ndl refuse without otp',
  )
  for (const flow of older.authenticationFlows)
    flow.authenticationExecutions = flow.authenticationExecutions.filter(
      ({ flowAlias }) => flowAlias !== 'ndl refuse without otp',
    )
  for (const { alias, config } of older.authenticatorConfig)
    if (alias === 'ndl-loa-2') config['loa-max-age'] = '36000'
  const profile = profileText.parse(older.components['org.keycloak.userprofile.UserProfileProvider'])
  const { attributes } = profileShape.parse(JSON.parse(profile[0].config['kc.user.profile.config'][0]))
  const kept = attributes.filter(({ name }) => name !== 'card_activation')
  for (const attribute of kept) if (attribute.name === 'email') attribute['required'] = { roles: ['user'] }
  profile[0].config['kc.user.profile.config'] = [
    JSON.stringify({
      attributes: [
        ...kept,
        { name: 'shelf_mark', permissions: { view: ['admin'], edit: ['admin'] }, multivalued: false },
      ],
    }),
  ]
  older.components['org.keycloak.userprofile.UserProfileProvider'] = profile
  older.clients.push({
    clientId: 'site-sh-xuhui',
    enabled: true,
    publicClient: true,
    standardFlowEnabled: true,
    redirectUris: ['https://xuhui.library.example/auth/callback'],
    defaultClientScopes: ['basic', 'acr', 'ndl-reader-roles', 'ndl-gateway', 'reader-profile'],
    optionalClientScopes: [],
  })
  older.users.push({
    username: olderPerson.username,
    enabled: true,
    email: 'reader@library.example',
    attributes: { shelf_mark: ['I207'] },
    credentials: [{ type: 'password', value: olderPerson.password, temporary: false }],
    realmRoles: ['default-roles-ndl', 'reader-verified'],
  })
  return older
}
