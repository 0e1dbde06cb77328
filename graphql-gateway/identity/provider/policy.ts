// When somebody must be asked to sign in, and when for a one-time code.
import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { levelAt, wantedLevel } from '../realm/levels.ts'
import type { Clients } from './contract.ts'

export interface PolicyParts {
  readonly clients: Clients
  /** Seconds that level 2 holds. */
  readonly levelTwoAge: number
  /** Seconds. */
  readonly now: () => number
}

/** The reason of a sign-in under way that wants a higher level. */
export const levelReason = 'level'

export function createPolicy({ clients, levelTwoAge, now }: PolicyParts): interactionPolicy.Prompt[] {
  const policy = interactionPolicy.base()
  // Keycloak says login_required also where a code is missing.
  const level = new interactionPolicy.Check(
    levelReason,
    'a higher level of authentication is wanted',
    'login_required',
    async ({ oidc }: KoaContextWithOIDC) => {
      const { session, params } = oidc
      if (session?.accountId === undefined) return false
      const client = await clients.find(String(params?.['client_id']))
      const wanted = client === null ? 2 : wantedLevel(client, textOf(params?.['acr_values']))
      return levelAt(session, now(), levelTwoAge) < wanted
    },
  )
  // The session outlives an account that was switched off or deleted.
  const account = new interactionPolicy.Check(
    'no_account',
    'the account cannot be used',
    'login_required',
    ({ oidc }: KoaContextWithOIDC) => oidc.session?.accountId !== undefined && oidc.account === undefined,
  )
  policy.get('login')?.checks.add(level)
  policy.get('login')?.checks.add(account)
  // Ours are clients of one house: nobody is asked whether they may know who signs in.
  policy.remove('consent')
  return policy
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
