// People for tests: one signed in at the console a minute ago with a second factor, unless told otherwise.
import type { Person } from './principal.ts'

/** Seconds since 1970; the hour in which the people of tests live. */
export const testNow = 1_795_000_000

export function person(facts: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    subject: 'somebody',
    client: 'console',
    azp: 'ndl-console',
    sessionId: 'session',
    level: 2,
    authenticatedAt: testNow - 60,
    roles: ['reader'],
    username: 'sh-xuhui/10001',
    homeLibrary: null,
    ageBand: 'adult',
    memberships: [],
    ...facts,
  }
}
