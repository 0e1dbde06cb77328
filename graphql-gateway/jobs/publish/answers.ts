// Answers to the questions of a site's blocks, each asked once; where the gateway gives none, what it answered last.
import type { GatewayClient } from '@shuxiang/gateway-client'
import type { Answer, PageQuery } from '@shuxiang/site-blocks'

/** Milliseconds in which all questions of a site are answered or not. */
const deadline = 3_000
const atOnce = 8

export interface Answered {
  /** `data` of GraphQL by the key of a question; those without any answer are left out. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Operations for which former answers, or none, stand. */
  readonly stale: readonly string[]
  /** True when there are questions, and the gateway answered none of them. */
  readonly away: boolean
}

export interface Questions {
  readonly client: GatewayClient
  readonly operations: ReadonlyMap<string, string>
  readonly site: string
  readonly requestId: string
  readonly signal: AbortSignal
}

export async function answersTo(
  { client, operations, site, requestId, signal }: Questions,
  queries: readonly PageQuery[],
  former: ReadonlyMap<string, Answer>,
): Promise<Answered> {
  const call = { requestId, tenant: site, signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]) }
  const answers = new Map<string, Answer>()
  const stale = new Set<string>()
  let answered = 0
  const waiting = [...queries]

  async function asking(): Promise<void> {
    for (let query = waiting.shift(); query; query = waiting.shift()) {
      const { key, operation, variables } = query
      const id = operations.get(operation)
      const came =
        id === undefined ? null : await client.ask({ id, name: operation }, variables, call).catch(() => null)
      if (came) answered++
      const whole = came !== null && came.data !== null && came.errors.length === 0
      // A part of an answer is better than none, and a former whole one better than a part.
      const best = whole ? came.data : (former.get(key) ?? came?.data ?? null)
      if (!whole) stale.add(operation)
      if (best !== null) answers.set(key, best)
    }
  }

  await Promise.all(Array.from({ length: atOnce }, asking))
  signal.throwIfAborted()
  return { answers, stale: [...stale].sort(), away: queries.length > 0 && answered === 0 }
}

/** Answers as text that is the same for the same answers. */
export function writtenAnswers(answers: ReadonlyMap<string, Answer>): string {
  return JSON.stringify([...answers].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Back from that text. */
export function readAnswers(text: string): ReadonlyMap<string, Answer> {
  const read: [string, Answer][] = JSON.parse(text)
  return new Map(read)
}
