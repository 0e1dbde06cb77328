// Subgraphs elsewhere: POST over kept connections, signed, bounded in time and size, equal queries sent once.
import { randomUUID } from 'node:crypto'
import { anonymous } from '@shuxiang/permissions'
import { signingKey, signRequest, writeBody } from '@shuxiang/subgraph-kit'
import { takeText } from './answer-text.ts'
import {
  SubgraphUnavailable,
  type SubgraphRequest,
  type SubgraphResponse,
  type Transport,
} from './contract.ts'
import { untilAborted } from './deadline.ts'
import { parseResponse } from './response.ts'

/** One remote subgraph. Times in milliseconds. */
export interface RemoteSubgraph {
  readonly subgraph: string
  readonly url: string
  /** Null: requests are not signed, for subgraphs that are not ours. */
  readonly secret: Uint8Array | null
  /** Since 1970. */
  readonly now: () => number
  /** Longest wait for the head of an answer, and between its parts; 5,000 unless told. */
  readonly timeout?: number
}

/** Bytes of one answer at most. */
const answerLimit = 16 * 1024 * 1024

/** Opens a pool of connections. `close` waits for what is under way. */
export function remoteTransport(remote: RemoteSubgraph): {
  readonly send: Transport
  readonly close: () => Promise<void>
} {
  const { subgraph, secret, now, timeout = 5000 } = remote
  const url = new URL(remote.url)
  // Loaded for remote subgraphs only: the client costs a fifth of a gateway's start.
  const opened = import('undici').then(
    ({ Pool }) =>
      new Pool(url.origin, {
        connections: 32,
        connect: { timeout: 2000 },
        headersTimeout: timeout,
        bodyTimeout: timeout,
      }),
  )
  const path = url.pathname + url.search
  const secretKey = secret && signingKey(secret)
  const tooLong = (): Error => new SubgraphUnavailable(subgraph, 'bad answer')
  const underWay = new Map<string, Promise<string>>()

  const post = async (body: string, { context }: SubgraphRequest): Promise<string> => {
    const { requestId, tenant } = context
    const signed = secretKey
      ? signRequest({ key: secretKey, body, requestId, tenant, timestamp: now(), nonce: randomUUID() })
      : {}
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': requestId,
      ...signed,
    }
    const pool = await opened
    // `request` wraps every answer in a stream, which costs a fifth of the call for bodies of a few kilobytes.
    return new Promise((resolve, reject) => {
      pool.dispatch(
        { path, method: 'POST', headers, body },
        takeText(answerLimit, tooLong, { resolve, reject }),
      )
    })
  }

  const send: Transport = async (request): Promise<SubgraphResponse> => {
    const { query, variables, operation, context } = request
    // Whose requests are not signed is told nothing of who asks.
    const body = writeBody({ query, variables, principal: secretKey ? context.principal : anonymous })
    // Equal queries of the same person at the same time are sent once; each caller parses an answer of its own, for it will change it.
    const key = operation === 'query' ? `${context.tenant ?? ''}\n${body}` : null
    let answer = key === null ? undefined : underWay.get(key)
    if (!answer) {
      answer = post(body, request)
      if (key !== null) {
        underWay.set(key, answer)
        const forget = (): void => void underWay.delete(key)
        answer.then(forget, forget)
      }
    }
    try {
      const late = (): Error => new SubgraphUnavailable(subgraph, 'timeout')
      const response = parseResponse(await untilAborted(answer, context.signal, late), subgraph)
      if (response.personal) context.outcome.personal = true
      return response
    } catch (error) {
      throw asUnavailable(error, subgraph)
    }
  }
  return { send, close: async () => (await opened).close() }
}

function asUnavailable(error: unknown, subgraph: string): SubgraphUnavailable {
  if (error instanceof SubgraphUnavailable) return error
  const name = error instanceof Error ? error.name : ''
  return new SubgraphUnavailable(subgraph, /Timeout/.test(name) ? 'timeout' : 'unreachable', error)
}
