// Tokens for the admin interface, asked for when the last one is about to end.
import { z } from 'zod'
import { AdminRefused, AdminUnavailable } from './client.ts'

const answer = z.object({ access_token: z.string().max(20_000), expires_in: z.number().positive() }).loose()

/** Milliseconds before its end at which a token is not used any more. */
const MARGIN = 20_000

/** Who asks: a confidential client with its secret, or a person of the realm `master` (an operator, or a test). */
export type Credentials =
  | { readonly clientId: string; readonly secret: string }
  | { readonly username: string; readonly password: string }

export interface TokenOptions {
  /** Milliseconds. */
  readonly now?: () => number
  /** Milliseconds for one request. */
  readonly longest?: number
}

/**
 * Gives tokens of a realm's token endpoint, one request for each that is needed.
 * Errors: `AdminRefused` for wrong credentials, `AdminUnavailable`.
 */
export function adminTokens(
  issuer: string,
  credentials: Credentials,
  { now = Date.now, longest = 30_000 }: TokenOptions = {},
): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | null = null
  let asked: Promise<string> | null = null
  const ask = async (): Promise<string> => {
    const response = await fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      redirect: 'error',
      body: new URLSearchParams(formOf(credentials)),
      signal: AbortSignal.timeout(longest),
    }).catch((error: unknown) => {
      throw new AdminUnavailable('the identity provider gives no answer', { cause: error })
    })
    if (response.status >= 500) throw new AdminUnavailable(`the identity provider answers ${response.status}`)
    if (!response.ok) throw new AdminRefused(response.status, 'the credentials are refused')
    const { access_token: token, expires_in: seconds } = answer.parse(await response.json())
    kept = { token, until: now() + seconds * 1000 - MARGIN }
    return token
  }
  return async () => {
    if (kept !== null && kept.until > now()) return kept.token
    asked ??= ask().finally(() => {
      asked = null
    })
    return asked
  }
}

function formOf(credentials: Credentials): Record<string, string> {
  return 'secret' in credentials
    ? {
        grant_type: 'client_credentials',
        client_id: credentials.clientId,
        client_secret: credentials.secret,
      }
    : {
        grant_type: 'password',
        client_id: 'admin-cli',
        username: credentials.username,
        password: credentials.password,
      }
}
