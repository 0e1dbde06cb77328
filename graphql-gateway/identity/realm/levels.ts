// Levels of authentication: 1 is a password, 2 a one-time code beside it. Level 2 ages, as the realm says.
import type { Realm, RealmClient } from './schema.ts'

export type Level = 1 | 2

/** Seconds after which level 2 is lost. @throws Error where the file does not say. */
export function levelTwoAge(realm: Realm): number {
  const step = realm.authenticatorConfig.find(({ config }) => config['loa-condition-level'] === '2')
  const age = Number(step?.config['loa-max-age'])
  if (!Number.isInteger(age) || age < 1)
    throw new Error('The realm file does not say how long level 2 holds.')
  return age
}

/** The level that a request wants of a client; words that are no level count for nothing. */
export function wantedLevel(client: RealmClient, acrValues: string | undefined): Level {
  const asked = (acrValues ?? '')
    .split(' ')
    .map(Number)
    .filter((value) => value >= 1)
  const [first = Number(client.attributes?.['default.acr.values'] ?? 1)] = asked
  const least = Number(client.attributes?.['minimum.acr.value'] ?? 1)
  return Math.max(first, least) >= 2 ? 2 : 1
}

/** The level that a session has now. `at` and the session's time in seconds. */
export function levelAt(
  session: { readonly acr?: string | undefined; readonly loginTs?: number | undefined },
  at: number,
  age: number,
): Level {
  return session.acr === '2' && at - (session.loginTs ?? 0) < age ? 2 : 1
}
