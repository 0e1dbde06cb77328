// The table of permissions, asked row by column as the design writes it, and the rules around it.
import { describe, expect, it } from 'vitest'
import { can, type ActionObject } from './can.ts'
import { person, testNow } from './fixture.ts'
import { anonymous, type Person, type Principal } from './principal.ts'
import { globalRoles } from './roles.ts'
import { actions, type Action } from './table.ts'

const own = 'own-library'
const other = 'other-library'
const member = (role: Person['memberships'][number]['role']): Person =>
  person({ memberships: [{ library: own, role, expires: null }] })

const columns: readonly (readonly [string, Principal])[] = [
  ['anon', anonymous],
  ['reader', person({ client: 'portal', azp: 'ndl-portal', level: 1 })],
  ['verified', person({ client: 'site', azp: 'site-x', level: 1, roles: ['reader', 'reader-verified'] })],
  ['editor', member('editor')],
  ['publisher', member('publisher')],
  ['branch admin', member('branch-admin')],
  ['national editor', person({ roles: ['reader', 'staff', 'national-editor'] })],
  ['national admin', person({ roles: ['reader', 'staff', 'national-admin'] })],
  ['auditor', person({ roles: ['reader', 'staff', 'auditor'] })],
]

/**
 * y: any object; o: objects of one's own; T: of the library of the membership; -: not at all. 2 behind it: a fresh second
 * factor; 1 behind it: a fresh sign-in. In the order of the columns above.
 */
const design: Readonly<Record<Action, string>> = {
  'item.read': 'y y y y y y y y y',
  'item.read-licensed': '- - y T T T y y -',
  'own.manage': '- o o o o o o o o',
  'own.leave': '- o1 o1 o1 o1 o1 o1 o1 o1',
  'own.stay': '- o o o o o o o o',
  'history.keep': '- o o o o o o o o',
  'login.link': '- o1 o1 o1 o1 o1 o1 o1 o1',
  'child.manage': '- o o o o o o o o',
  'child.leave': '- o1 o1 o1 o1 o1 o1 o1 o1',
  'comment.write': '- - y T T T y y -',
  'page.draft': '- - - T T T y y -',
  'asset.manage': '- - - T T T y y -',
  'page.publish': '- - - - T2 T2 y2 y2 -',
  'site.configure': '- - - - - T - y -',
  'visiting.manage': '- - - - T T y y -',
  'feedback.send': 'y y y y y y y y y',
  'feedback.manage': '- - - - T T - - -',
  'correction.send': 'y y y y y y y y y',
  'correction.manage': '- - - - - - y y -',
  'network.read': '- - - - T T y y y',
  'override.set': '- - - - T2 T2 y2 y2 -',
  'site.take-down': '- - - - - - - y2 -',
  'code.request': '- - - - - T - y -',
  'code.approve': '- - - - - - - y2 -',
  'library.manage': '- - - - - T2 - y2 -',
  'card.import': '- - - - - T2 - y2 -',
  'card.read': '- - - - - T - y -',
  'member.read': '- - - - - T - y -',
  'member.grant': '- - - - - T2 - y2 -',
  'admin.propose': '- - - - - - - y2 -',
  'admin.grant': '- - - - - - - y2 -',
  'invitation.open': '- y y y y y y y y',
  // Both readers above have shown no second factor.
  'invitation.accept': '- - - y2 y2 y2 y2 y2 y2',
  'microfrontend.register': '- - - - - - - y2 -',
  'library.support': '- - - - - - - y2 -',
  'audit.read': '- o o o o To o y y',
}

const may = (principal: Principal, action: Action, object: ActionObject): boolean =>
  can(principal, action, { author: 'another', ...object }, { now: testNow }).allowed

describe('the table', () => {
  it('is asked whole', () => expect(Object.keys(design)).toEqual(actions))

  it.each(
    actions.flatMap((action) =>
      columns.map(
        ([name, principal], i) => [action, name, design[action].split(' ')[i] ?? '', principal] as const,
      ),
    ),
  )('%s by %s: %s', (action, _, cell, principal) => {
    const reaches = (mark: string): boolean => cell.includes('y') || cell.includes(mark)
    expect({
      theirLibrary: may(principal, action, { library: own, owner: 'another' }),
      otherLibrary: may(principal, action, { library: other, owner: 'another' }),
      noLibrary: may(principal, action, { library: null }),
      theirOwn: may(principal, action, { owner: 'somebody' }),
    }).toEqual({
      theirLibrary: reaches('T'),
      otherLibrary: cell.includes('y'),
      noLibrary: cell.includes('y'),
      theirOwn: reaches('o'),
    })
    if (principal.kind === 'anonymous') return
    const tired = { ...principal, authenticatedAt: testNow - 901 }
    expect(may(tired, action, { library: own, owner: 'somebody' })).toBe(cell !== '-' && !/[12]/.test(cell))
  })
})

describe('the ceiling', () => {
  it.each(['portal', 'site'] as const)('leaves a national admin on the %s a reader', (client) => {
    const stolen = person({
      client,
      roles: globalRoles,
      memberships: [{ library: own, role: 'branch-admin', expires: null }],
    })
    const allowed = actions.filter((action) => may(stolen, action, { library: own, owner: 'somebody' }))
    expect(allowed).toEqual([
      'item.read',
      'item.read-licensed',
      'own.manage',
      'own.leave',
      'own.stay',
      'history.keep',
      'login.link',
      'child.manage',
      'child.leave',
      'comment.write',
      'feedback.send',
      'correction.send',
      'invitation.open',
      'invitation.accept',
      'audit.read',
    ])
    expect(can(stolen, 'page.publish', { library: own }, { now: testNow })).toEqual({
      allowed: false,
      reason: 'client',
    })
  })
})

describe('the reason', () => {
  const admin = member('branch-admin')
  const chief = person({ roles: ['national-admin'], subject: 'chief' })
  const verified = person({ client: 'portal', roles: ['reader-verified'] })
  it.each([
    ['sign-in', anonymous, 'own.manage', {}],
    ['role', person(), 'page.draft', { library: own }],
    ['role', person({ client: 'portal' }), 'comment.write', {}],
    ['role', person(), 'own.manage', { owner: 'another' }],
    ['library', admin, 'site.configure', { library: other }],
    ['library', admin, 'site.configure', {}],
    ['client', person({ client: 'portal' }), 'page.draft', { library: own }],
    ['step-up', { ...admin, level: 1 }, 'page.draft', { library: own }],
    ['step-up', { ...admin, authenticatedAt: testNow - 901 }, 'page.publish', { library: own }],
    ['step-up', { ...admin, authenticatedAt: testNow - 8 * 3600 - 1 }, 'page.draft', { library: own }],
    ['step-up', { ...admin, authenticatedAt: 0 }, 'page.draft', { library: own }],
    ['sign-in-again', person({ authenticatedAt: testNow - 901 }), 'own.leave', { owner: 'somebody' }],
    ['role', person(), 'child.manage', { owner: 'another' }],
    ['age', person({ ageBand: '14-17' }), 'child.manage', { owner: 'somebody' }],
    ['age', person({ ageBand: 'under-14' }), 'own.leave', { owner: 'somebody' }],
    ['age', person({ ageBand: 'under-14' }), 'history.keep', { owner: 'somebody' }],
    ['age', person({ ageBand: 'under-14' }), 'login.link', { owner: 'somebody' }],
    ['age', { ...verified, ageBand: 'under-14' }, 'comment.write', {}],
    ['age', { ...verified, ageBand: '14-17' }, 'comment.write', {}],
    ['age', { ...verified, ageBand: null }, 'comment.write', {}],
    ['second-person', chief, 'admin.grant', { library: own, author: 'chief' }],
    ['second-person', chief, 'admin.grant', { library: own }],
    ['second-person', chief, 'code.approve', { library: own, author: 'chief' }],
    ['second-person', admin, 'page.publish', { library: own, author: 'somebody' }],
  ] as const)('is %s', (reason, principal, action, object) => {
    expect(can(principal, action, object, { now: testNow })).toEqual({ allowed: false, reason })
  })

  it('is none where a library asks for no second person', () =>
    expect(can(admin, 'page.publish', { library: own }, { now: testNow })).toEqual({ allowed: true }))
})

it('a membership ends at its second', () => {
  const guest = person({ memberships: [{ library: own, role: 'editor', expires: testNow }] })
  const at = (now: number): boolean => can(guest, 'page.draft', { library: own }, { now }).allowed
  expect([at(testNow - 1), at(testNow)]).toEqual([true, false])
})

it('milliseconds are not taken for seconds', () => {
  expect(() => can(anonymous, 'item.read', {}, { now: Date.now() })).toThrow(RangeError)
  expect(() => can(anonymous, 'item.read', {}, { now: Number.NaN })).toThrow(RangeError)
})
