// What the names of clients and roles in a token are worth.
import { expect, it } from 'vitest'
import { clientKind, rolesUnder } from './ceiling.ts'
import { person, testNow } from './fixture.ts'
import { anonymous } from './principal.ts'
import { globalRoles } from './roles.ts'
import { scopesOf } from './scopes.ts'

it.each([
  ['ndl-portal', 'portal'],
  ['ndl-console', 'console'],
  ['site-sh-xuhui', 'site'],
  ['site-', null],
  ['site-SH', null],
  ['site-x\n', null],
  ['xsite-a', null],
  [`site-${'a'.repeat(100)}`, null],
  ['ndl-gateway', null],
  ['account', null],
  ['', null],
])('the client %j is of kind %j', (azp, kind) => expect(clientKind(azp)).toBe(kind))

it('roles are those of the list, once, under the ceiling', () => {
  const names = ['national-admin', 'reader', 'reader', 'offline_access', 7, null, '__proto__']
  expect(rolesUnder('portal', names)).toEqual(['reader'])
  expect(rolesUnder('console', names)).toEqual(['reader', 'national-admin'])
})

it('scopes of staff hold on the console, for a day of work, with a second factor', () => {
  const facts = {
    roles: globalRoles,
    memberships: [
      { library: 'a', role: 'editor', expires: null },
      { library: 'b', role: 'publisher', expires: testNow },
    ],
  } as const
  const of = (more: Parameters<typeof person>[0]) => [
    ...scopesOf(person({ ...facts, ...more }), { now: testNow }),
  ]
  expect(of({})).toEqual([...globalRoles, 'fresh', 'console', 'editor'])
  expect(of({ authenticatedAt: testNow - 901 })).toEqual([...globalRoles, 'console', 'editor'])
  const readers = ['reader', 'reader-verified']
  expect(of({ authenticatedAt: testNow - 8 * 3600 - 1 })).toEqual(readers)
  expect(of({ level: 1 })).toEqual(readers)
  expect(of({ client: 'portal' })).toEqual([...readers, 'fresh'])
  expect([...scopesOf(anonymous, { now: testNow })]).toEqual([])
})
