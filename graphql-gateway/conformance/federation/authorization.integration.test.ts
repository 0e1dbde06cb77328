// `@authenticated` and `@requiresScopes`: who asks gets the public part, nulls for the rest, and an error at each of them.
import type { Principal } from '@shuxiang/permissions'
import { anonymous } from '@shuxiang/permissions'
import { person } from '@shuxiang/permissions/fixture'
import { compose, createFederation, openErrors, type Transport } from '@shuxiang/gateway'
import { describe, expect, it } from 'vitest'
import { contextOf, federate, type FederateOptions } from '../federate.ts'
import { byKey, subgraph } from './feature.ts'

const things = [
  {
    __typename: 'Thing',
    id: 't1',
    title: 'One',
    note: 'n1',
    code: 'c1',
    parts: [[{ size: 1 }], [{ size: 2 }]],
  },
  { __typename: 'Thing', id: 't2', title: 'Two', note: 'n2', code: 'c2', parts: [[{ size: 3 }]] },
]
const hidden = { __typename: 'Hidden', id: 'h1', note: 'h' }
let granted = 0

const first = (requires = '@authenticated') =>
  subgraph(
    'first',
    `type Query { open: String me: Me things: [Thing!]! node(hidden: Boolean): Node any(hidden: Boolean): Any
       report: String @requiresScopes(scopes: [["national-admin", "fresh"], ["auditor"]]) guest: Guest }
     type Mutation { grant: Boolean @requiresScopes(scopes: [["national-admin"]]) calm: Int }
     interface Node { id: ID! note: String }
     union Any = Thing | Hidden
     type Me @authenticated { name: String }
     type Part { size: Int @authenticated }
     type Guest @key(fields: "code") { code: ID ${requires} }
     type Hidden implements Node @authenticated { id: ID! note: String }
     type Thing implements Node @key(fields: "id") { id: ID! title: String note: String @authenticated code: String! @authenticated parts: [[Part!]!] }`,
    {
      Query: {
        open: () => 'open',
        me: () => ({ name: 'me' }),
        things: () => structuredClone(things),
        node: (_: unknown, args: { hidden?: boolean }) => (args.hidden ? hidden : things[0]),
        any: (_: unknown, args: { hidden?: boolean }) => (args.hidden ? hidden : things[0]),
        report: () => 'report',
        guest: () => ({ code: 'secret-code' }),
      },
      Mutation: { grant: () => ++granted > 0, calm: () => 1 },
      Thing: { __resolveReferences: byKey(things) },
      Guest: { __resolveReferences: async (refs: readonly object[]) => [...refs] },
    },
  )
const second = subgraph(
  'second',
  `type Thing @key(fields: "id") { id: ID! note: String @external derived: String @requires(fields: "note") @authenticated }
   type Guest @key(fields: "code") { code: ID label: String }`,
  {
    Thing: {
      __resolveReferences: async (refs: readonly object[]) => [...refs],
      derived: ({ note }: { note: string }) => `from ${note}`,
    },
    Guest: { __resolveReferences: async (refs: readonly object[]) => [...refs], label: () => 'a guest' },
  },
)

const reader = person({ client: 'portal', azp: 'ndl-portal', level: 1 })
const nowOf = (seconds: number) => Math.floor(Date.now() / 1000) - seconds
const admin = person({ roles: ['reader', 'national-admin'], authenticatedAt: nowOf(10) })
const tired = person({ roles: ['reader', 'national-admin'], authenticatedAt: nowOf(1000) })

async function answer(query: string, principal: Principal = anonymous, options: FederateOptions = {}) {
  const asked: string[] = []
  const wrap = (send: Transport): Transport => {
    return (request) => {
      asked.push(request.query)
      return send(request)
    }
  }
  const { ask, close } = await federate([first(), second], { wrap, ...options })
  const { data, errors = [] } = await ask(query, {}, principal)
  await close()
  const refused = errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions['reason'])}`)
  const codes = new Set(errors.map(({ extensions }) => extensions['code']))
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    refused,
    codes: [...codes],
    asked: asked.join('\n'),
  }
}

describe('who is not signed in', () => {
  it('is answered the public part, and nothing of the rest is fetched', async () => {
    const { data, refused, codes, asked } = await answer('{ open me { name } report }')
    expect(data).toEqual({ open: 'open', me: null, report: null })
    expect(refused).toEqual(['me sign-in', 'report sign-in'])
    expect(codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE'])
    expect(asked).not.toMatch(/me|report/)
  })

  it.each([
    ['alone', '{ me { name } }', { me: null }, ['me sign-in']],
    ['by an alias', '{ who: me { name } }', { who: null }, ['who sign-in']],
    ['by the alias of another field', '{ open: me { name } }', { open: null }, ['open sign-in']],
    [
      'in a fragment',
      '{ ...f } fragment f on Query { open me { name } }',
      { open: 'open', me: null },
      ['me sign-in'],
    ],
    [
      'in a fragment without a name',
      '{ ... on Query { me { name } } open }',
      { me: null, open: 'open' },
      ['me sign-in'],
    ],
    ['twice, merged', '{ me { name } me { __typename } }', { me: null }, ['me sign-in']],
    ['skipped', '{ open me @skip(if: true) { name } }', { open: 'open' }, []],
    ['included', '{ open me @include(if: true) { name } }', { open: 'open', me: null }, ['me sign-in']],
    [
      'beside introspection',
      '{ __type(name: "Me") { name } me { name } }',
      { __type: { name: 'Me' }, me: null },
      ['me sign-in'],
    ],
    [
      'in a list',
      '{ things { title note } }',
      {
        things: [
          { title: 'One', note: null },
          { title: 'Two', note: null },
        ],
      },
      ['things.0.note sign-in', 'things.1.note sign-in'],
    ],
    [
      'in a list of lists',
      '{ things { parts { size } } }',
      { things: [{ parts: [[{ size: null }], [{ size: null }]] }, { parts: [[{ size: null }]] }] },
      [
        'things.0.parts.0.0.size sign-in',
        'things.0.parts.1.0.size sign-in',
        'things.1.parts.0.0.size sign-in',
      ],
    ],
    [
      'by way of what another field needs',
      '{ things { derived } }',
      { things: [{ derived: null }, { derived: null }] },
      ['things.0.derived sign-in', 'things.1.derived sign-in'],
    ],
    ['of an interface', '{ node { note } }', { node: { note: null } }, ['node.note sign-in']],
    [
      'of an object behind an interface',
      '{ node { ... on Thing { title note } } }',
      { node: { title: 'One', note: null } },
      ['node.note sign-in'],
    ],
    [
      'a hidden object behind an interface',
      '{ node(hidden: true) { __typename } }',
      { node: null },
      ['node sign-in'],
    ],
    [
      'a hidden object behind a union',
      '{ any(hidden: true) { __typename ... on Hidden { id } } }',
      { any: null },
      ['any sign-in'],
    ],
    [
      'another object behind the union',
      '{ any { __typename ... on Hidden { id } ... on Thing { title } } }',
      { any: { __typename: 'Thing', title: 'One' } },
      [],
    ],
    [
      'a key that the plan reads itself',
      '{ guest { code label } }',
      { guest: { code: null, label: 'a guest' } },
      ['guest.code sign-in'],
    ],
    ['a field that may not be null', '{ things { code } open }', null, ['things.0.code sign-in']],
  ])('asking %s: %s', async (_, query, data, refused) => {
    const answered = await answer(query)
    expect(answered.data).toEqual(data)
    expect(answered.refused).toEqual(refused)
    expect(JSON.stringify(answered)).not.toContain('secret-code')
  })

  it('changes nothing that they may not', async () => {
    granted = 0
    const { data, refused } = await answer('mutation { calm grant }')
    expect({ data, refused, granted }).toEqual({
      data: { calm: 1, grant: null },
      refused: ['grant sign-in'],
      granted: 0,
    })
  })

  it('is told of ten refusals at most, each kind first', async () => {
    const { refused } = await answer(
      `{ ${Array.from({ length: 8 }, (_, i) => `a${i}: things { note }`).join(' ')} me { name } report }`,
    )
    expect(refused).toHaveLength(10)
    expect(refused.slice(0, 3)).toEqual(['a0.0.note sign-in', 'me sign-in', 'report sign-in'])
  })
})

describe('a person', () => {
  it('is given what everybody who is signed in is', async () => {
    const { data, refused } = await answer(
      '{ me { name } things { note derived code } node(hidden: true) { id } }',
      reader,
    )
    expect(refused).toEqual([])
    expect(data).toEqual({
      me: { name: 'me' },
      things: [
        { note: 'n1', derived: 'from n1', code: 'c1' },
        { note: 'n2', derived: 'from n2', code: 'c2' },
      ],
      node: { id: 'h1' },
    })
  })

  it.each<[string, Principal, unknown, string[]]>([
    ['a reader', reader, null, ['report role']],
    ['an admin', admin, 'report', []],
    ['an admin whose second factor is old', tired, null, ['report step-up']],
    ['an auditor', person({ roles: ['auditor'], authenticatedAt: nowOf(1000) }), 'report', []],
    ['an admin through the portal', { ...admin, client: 'portal' }, null, ['report role']],
  ])('%s', async (_, principal, report, refused) => {
    expect(await answer('{ report }', principal)).toMatchObject({ data: { report }, refused })
  })

  it('and another share no plan that is not for both', async () => {
    const { ask, close } = await federate([first(), second])
    const asked = async (principal: Principal) => (await ask('{ report me { name } }', {}, principal)).data
    const [none, me, all] = [
      { report: null, me: null },
      { report: null, me: { name: 'me' } },
      { report: 'report', me: { name: 'me' } },
    ]
    for (const [principal, data] of [
      [anonymous, none],
      [admin, all],
      [reader, me],
      [anonymous, none],
      [admin, all],
    ] as const)
      expect(JSON.parse(JSON.stringify(await asked(principal)))).toEqual(data)
    await close()
  })
})

describe('a supergraph of somebody else', () => {
  const later = async (change: (sdl: string) => string, query: string) => {
    const { ask, close } = await federate([first(), second], { corrected: change })
    const { data } = await ask(query)
    await close()
    return JSON.parse(JSON.stringify(data))
  }

  it('that forgets what a needed field requires gives nothing away', async () => {
    const forgetful = (sdl: string): string =>
      sdl.replace(/(derived: String\s*@join__field\([^)]*\))\s*@authenticated/, '$1')
    expect(
      forgetful('derived: String @join__field(graph: SECOND, requires: "note") @authenticated'),
    ).not.toContain('auth')
    expect(await later(forgetful, '{ things { title derived } }')).toEqual({
      things: [
        { title: 'One', derived: null },
        { title: 'Two', derived: null },
      ],
    })
  })

  it.each([
    ['a scope that nobody can have', '@requiresScopes(scopes: [["national-amdin"]])', 'national-amdin'],
    ['a policy', '@policy(policies: [["p"]])', '@policy'],
  ])('with %s is refused', async (_, directive, message) => {
    const sdl = await compose([first(), second])
    const changed = sdl.replace(/(code: ID\b[^\n]*)@authenticated/, `$1${directive}`)
    expect(changed).not.toBe(sdl)
    const send = () => Promise.reject(new Error('not asked'))
    const create = () =>
      createFederation({ supergraphSdl: changed, send, present: openErrors, nulls: 'explained' })
    expect(create).toThrow(message)
  })
})

it('what a person is refused for want of a role is noted, once for each place', async () => {
  const noted: unknown[] = []
  const sdl = await compose([first(), second])
  const federation = createFederation({
    supergraphSdl: sdl,
    send: async () => ({ data: {} }),
    present: openErrors,
    nulls: 'silent',
    noteRefusals: async (places, { subject }) => void noted.push([places, subject]),
  })
  const { parse, getOperationAST } = await import('graphql')
  const document = parse('mutation { one: grant two: grant }')
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  for (const principal of [anonymous, reader, admin])
    await federation.execute({
      key: 'k',
      operation,
      document,
      variables: {},
      context: contextOf(undefined, principal),
    })
  expect(noted).toEqual([[['Mutation.grant'], 'somebody']])
})
