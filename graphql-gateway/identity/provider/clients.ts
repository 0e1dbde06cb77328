// A client of the realm as the protocol library knows it.
import type { AdapterPayload } from 'oidc-provider'
import { type RealmClient, signedOutAddresses } from '../realm/index.ts'

/** Null for a client that can ask for no token. `secret` is that of a client that acts for itself. */
export function protocolClient(client: RealmClient, secret: string | undefined): AdapterPayload | null {
  if (!client.enabled) return null
  if (client.serviceAccountsEnabled && secret !== undefined)
    return {
      client_id: client.clientId,
      client_secret: secret,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_basic',
    }
  if (!client.standardFlowEnabled || !client.publicClient) return null
  const redirects = client.redirectUris ?? []
  if (redirects.length === 0 || redirects.some((address) => !URL.canParse(address))) return null
  const backchannel = client.attributes?.['backchannel.logout.url']
  return {
    client_id: client.clientId,
    client_name: client.name ?? client.clientId,
    redirect_uris: [...redirects],
    post_logout_redirect_uris: [...signedOutAddresses(client)],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
    ...(backchannel === undefined
      ? {}
      : { backchannel_logout_uri: backchannel, backchannel_logout_session_required: true }),
  }
}

/** Whether a page of this origin may ask with this client. */
export function allowsOrigin(client: RealmClient, origin: string): boolean {
  return (client.webOrigins ?? []).some((allowed) =>
    allowed === '+'
      ? (client.redirectUris ?? []).some(
          (address) => URL.canParse(address) && new URL(address).origin === origin,
        )
      : allowed === origin,
  )
}
