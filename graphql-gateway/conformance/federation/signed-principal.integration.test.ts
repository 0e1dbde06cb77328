// Who asks, on the way to a subgraph elsewhere: under the gateway's signature, for half a minute, once.
import type { Principal } from '@shuxiang/permissions'
import { anonymous } from '@shuxiang/permissions'
import { person } from '@shuxiang/permissions/fixture'
import { signingKey, signRequest, writeBody, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behindHttp, contextOf } from '../federate.ts'
import { subgraph } from './feature.ts'

const key = signingKey(Buffer.from('a secret of the suite'))
const query = '{ who }'
let remote: Awaited<ReturnType<typeof behindHttp>>
beforeAll(async () => {
  remote = await behindHttp(
    subgraph('people', 'type Query { who: String plain: String }', {
      Query: {
        who: (_: unknown, _args: unknown, { principal }: SubgraphContext) => JSON.stringify(principal),
        plain: () => 'plain',
      },
    }),
  )
})
afterAll(() => remote.close())

const somebody = person({
  homeLibrary: 'sh-xuhui',
  memberships: [{ library: 'sh-xuhui', role: 'editor', expires: 5 }],
})
let nonces = 0
const sent = async (body: string, headers: Record<string, string>) => {
  const response = await fetch(remote.url, { method: 'POST', body, headers })
  return { status: response.status, body: await response.json() }
}
const signed = (body: string, facts: Partial<Parameters<typeof signRequest>[0]> = {}) => ({
  'x-request-id': 'r',
  ...signRequest({
    key,
    body,
    requestId: 'r',
    tenant: null,
    timestamp: Date.now(),
    nonce: `n${++nonces}`,
    ...facts,
  }),
})
const bodyOf = (principal: unknown): string =>
  JSON.stringify({ query, variables: {}, extensions: { principal } })

describe('a subgraph elsewhere', () => {
  it.each<[string, Principal]>([
    ['somebody', somebody],
    ['nobody', anonymous],
  ])('is told that %s asks', async (_, principal) => {
    const context = contextOf(undefined, principal)
    const request = { subgraph: 'people', operation: 'query', variables: {}, context } as const
    const { data } = await remote.send({ ...request, query })
    expect(JSON.parse(String(data?.['who']))).toEqual(principal)
    expect(context.outcome.personal).toBe(true)
    const other = contextOf(undefined, principal)
    await remote.send({ ...request, context: other, query: '{ plain }' })
    expect(other.outcome.personal).toBe(false)
  })

  it('tells nobody apart by what they ask at the same time', async () => {
    const asking = Array.from({ length: 20 }, (_, i) => person({ subject: `s${i % 5}` }))
    const answers = await Promise.all(
      asking.map((principal) =>
        remote.send({
          subgraph: 'people',
          operation: 'query',
          variables: {},
          query,
          context: contextOf(undefined, principal),
        }),
      ),
    )
    expect(answers.map(({ data }) => JSON.parse(String(data?.['who'])).subject)).toEqual(
      asking.map(({ subject }) => subject),
    )
  })
})

describe('a forged principal is refused', () => {
  const good = writeBody({ query, variables: {}, principal: somebody })
  it('put in place of the signed one', async () => {
    const other = writeBody({ query, variables: {}, principal: person({ roles: ['national-admin'] }) })
    expect((await sent(other, signed(good))).status).toBe(401)
    expect((await sent(JSON.stringify({ query, variables: {} }), signed(good))).status).toBe(401)
  })

  it('signed by somebody else, or not at all', async () => {
    expect((await sent(good, signed(good, { key: signingKey(Buffer.from('guess')) }))).status).toBe(401)
    expect((await sent(good, {})).status).toBe(401)
  })

  it('a second time, and after half a minute', async () => {
    const headers = signed(good)
    expect((await sent(good, headers)).status).toBe(200)
    expect((await sent(good, headers)).status).toBe(401)
    expect((await sent(good, signed(good, { timestamp: Date.now() - 30_500 }))).status).toBe(401)
    expect((await sent(good, signed(good, { timestamp: Date.now() + 30_500 }))).status).toBe(401)
  })

  it('named in a header, which nobody reads', async () => {
    const body = JSON.stringify({ query, variables: {} })
    const headers = { ...signed(body), 'x-shuxiang-principal': JSON.stringify(somebody) }
    expect((await sent(body, headers)).body).toEqual({
      data: { who: '{"kind":"anonymous"}' },
      extensions: { personal: true },
    })
  })

  it.each<[string, unknown]>([
    ['of no kind', { ...somebody, kind: 'admin' }],
    ['of an unknown client', { ...somebody, client: 'app' }],
    ['of a third level', { ...somebody, level: 3 }],
    ['with an unknown role', { ...somebody, roles: ['root'] }],
    ['with roles that are no list', { ...somebody, roles: 'reader' }],
    ['without memberships', { ...somebody, memberships: undefined }],
    [
      'with an unknown membership',
      { ...somebody, memberships: [{ library: 'a', role: 'owner', expires: null }] },
    ],
    ['without a name', { ...somebody, subject: '' }],
    ['that is a text', 'admin'],
    ['that is a list', [somebody]],
  ])('%s, though the signature is good', async (_, principal) => {
    const body = bodyOf(principal)
    expect((await sent(body, signed(body))).status).toBe(400)
  })
})
