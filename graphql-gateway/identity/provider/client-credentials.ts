// Tokens of the provisioner: a client that acts for itself, by its secret (client credentials).
import type Provider from 'oidc-provider'
import type { Realm } from '../realm/index.ts'
import type { TokenSigner } from './tokens.ts'

export interface CredentialsParts {
  readonly realm: Realm
  readonly signer: TokenSigner
  /** Seconds. */
  readonly now: () => number
}

/** Adds the grant to the provider, which has looked at the client's secret before it is asked. */
export function allowClientCredentials(provider: Provider, { realm, signer, now }: CredentialsParts): void {
  provider.registerGrantType('client_credentials', async (ctx) => {
    const id = ctx.oidc.client?.clientId
    const client = realm.clients.find(({ clientId }) => clientId === id)
    if (client === undefined) throw new Error('a token for a client that the realm file does not have')
    const account = realm.users.find(({ serviceAccountClientId }) => serviceAccountClientId === id)
    const lives = Number(client.attributes?.['access.token.lifespan'] ?? realm.accessTokenLifespan)
    const iat = now()
    const resources = Object.entries(account?.clientRoles ?? {}).map(([name, roles]) => [name, { roles }])
    ctx.body = {
      access_token: await signer.sign({
        iat,
        exp: iat + lives,
        sub: account?.username ?? client.clientId,
        typ: 'Bearer',
        azp: client.clientId,
        resource_access: Object.fromEntries(resources),
      }),
      expires_in: lives,
      refresh_expires_in: 0,
      token_type: 'Bearer',
      'not-before-policy': 0,
      scope: '',
    }
  })
}
