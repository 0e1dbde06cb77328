import { describe, expect, it } from 'vitest'
import { GqlUnavailable, type Operation } from '@shuxiang/sdk/contract'
import { createGql } from './gql.ts'

const ask: Operation<{ readonly name: string }, object> = { id: 'sha256:0', name: 'Ask', text: 'query Ask' }
const change: Operation<object, object> = { id: 'sha256:1', name: 'Change', text: 'mutation Change' }

interface Sent {
  readonly bearer: string | null
}

/** A gateway that takes these tokens, null for nobody; and a session that hands out `tokens` one after the other. */
function gateway(taken: readonly (string | null)[], tokens: (string | null)[], errors: object[] = []) {
  const sent: Sent[] = []
  const stepped: unknown[] = []
  const refused: (string | undefined)[] = []
  let token = tokens.shift() ?? null
  const gql = createGql({
    sendText: false,
    pause: async () => {},
    sessions: {
      async token(former) {
        refused.push(former)
        if (former !== undefined && former === token) token = tokens.shift() ?? null
        return token
      },
      async signIn(options) {
        stepped.push(options)
      },
    },
    fetch: async (_url, init) => {
      const bearer = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? null
      sent.push({ bearer })
      return taken.includes(bearer)
        ? Response.json({ data: { name: 'x' }, errors })
        : Response.json(
            { errors: [{ message: 'no', extensions: { code: 'INVALID_TOKEN' } }] },
            { status: 401 },
          )
    },
  })
  return { gql, sent, stepped, refused }
}

describe('a question', () => {
  it('that is refused tells the name of why', async () => {
    const held = [{ message: 'it has', path: ['x'], extensions: { code: 'BAD_USER_INPUT', reason: 'held' } }]
    const { gql } = gateway([null], [null], held)
    expect((await gql(ask, {})).errors).toEqual([
      { message: 'it has', path: ['x'], code: 'BAD_USER_INPUT', reason: 'held' },
    ])
  })
  it('of somebody who is not signed in carries no token', async () => {
    const { gql, sent } = gateway([null], [null])
    await gql(ask, {})
    expect(sent).toEqual([{ bearer: null }])
  })
  it('of a reader carries theirs', async () => {
    const { gql, sent } = gateway(['a'], ['a'])
    await gql(ask, {})
    expect(sent).toEqual([{ bearer: 'a' }])
  })
  it('is asked once more when the token is not taken any more', async () => {
    const { gql, sent, refused } = gateway(['b'], ['a', 'b'])
    expect((await gql(ask, {})).data).toEqual({ name: 'x' })
    expect(sent).toEqual([{ bearer: 'a' }, { bearer: 'b' }])
    expect(refused).toEqual([undefined, 'a'])
  })
  it('is asked as by anybody when the session has ended', async () => {
    const { gql, sent } = gateway([null], ['a', null])
    expect((await gql(ask, {})).data).toEqual({ name: 'x' })
    expect(sent).toEqual([{ bearer: 'a' }, { bearer: null }])
  })
  it('is not asked a third time', async () => {
    const { gql, sent } = gateway([], ['a', 'b', 'c'])
    await expect(gql(ask, {})).rejects.toThrow(GqlUnavailable)
    expect(sent).toHaveLength(2)
  })
})

describe('what needs a fresh code', () => {
  const stepUp = [{ message: 'code', path: ['change'], extensions: { code: 'STEP_UP_REQUIRED' } }]
  it('leads a reader there who pressed something', async () => {
    const { gql, stepped } = gateway(['a'], ['a'], stepUp)
    await gql(change, {})
    expect(stepped).toEqual([{ level: 2 }])
  })
  it('leads nobody away whose page only asked', async () => {
    const { gql, stepped } = gateway(['a'], ['a'], stepUp)
    expect((await gql(ask, {})).errors).toMatchObject([{ code: 'STEP_UP_REQUIRED' }])
    expect(stepped).toEqual([])
  })
})

describe('in development', () => {
  const sentFor = async (text: string): Promise<unknown> => {
    let body = ''
    const gql = createGql({
      sendText: true,
      pause: async () => {},
      sessions: { token: async () => null, signIn: async () => {} },
      fetch: async (_url, init) => {
        body = String(init?.body)
        return Response.json({ data: { name: 'x' } })
      },
    })
    await gql({ ...ask, text }, {})
    return JSON.parse(body)
  }
  it('a document of the development server is sent whole, for it may be newer than what the gateway has', async () => {
    expect(await sentFor('query Ask { name }')).toEqual({
      query: 'query Ask { name }',
      operationName: 'Ask',
      variables: {},
    })
  })
  it('one of a release, which carries no text, is sent by its id', async () => {
    expect(await sentFor('query')).toEqual({ documentId: 'sha256:0', operationName: 'Ask', variables: {} })
  })
})
