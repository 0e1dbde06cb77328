/**
 * `POST /_answers/<site>`: what the blocks of a page ask, answered for the library of a site as its own host would answer
 * readers. The editor draws drafts with it. Questions of blocks only: they are public, and change nothing.
 */
import asked from '@shuxiang/site-blocks/operations.json' with { type: 'json' }
import { mostQueries } from '@shuxiang/site-blocks'
import { clientFor, type GatewayClient } from '@shuxiang/gateway-client'
import { z } from 'zod'
import { answersOf, type BuilderOptions } from '../builder-pages/builder-page.ts'
import { readBody, sendJson, sendPlain, type Exchange } from '../http/exchange.ts'
import type { LivePlan } from '../releases/live-plan.ts'

/** Sixty questions, the longest with a shelf that was picked by hand. */
const LARGEST_BODY = 128 * 1024
const ofBlocks = new Set(Object.keys(asked))

const body = z.strictObject({
  queries: z
    .array(
      z.strictObject({
        key: z.string().max(8_000),
        operation: z.string().max(80),
        variables: z.record(z.string().max(80), z.json()),
      }),
    )
    .max(mostQueries + 1),
})

export interface AnswersParts {
  readonly live: LivePlan
  readonly client: GatewayClient
  readonly builder: BuilderOptions
}

export async function serveAnswers(
  { live, client, builder }: AnswersParts,
  exchange: Exchange,
): Promise<void> {
  const site = /^\/_answers\/([a-z0-9-]{1,40})$/.exec(exchange.url.pathname)?.[1]
  if (site === undefined) return sendPlain(exchange, 404, 'There is no such site.')
  const sent = await readBody(exchange.request, LARGEST_BODY)
  if (sent === 'too large')
    return sendPlain(exchange, 413, 'A page does not ask this much.', { connection: 'close' })
  const parsed = body.safeParse(jsonOf(sent))
  if (!parsed.success) return sendPlain(exchange, 400, 'This is no list of questions of blocks.')
  const { operations } = await live.plan()
  const theirs = new Map([...operations].filter(([, id]) => ofBlocks.has(id)))
  const { requestId, signal } = exchange
  const answers = await answersOf(
    { ...builder, client: clientFor(site, client), onProblem: () => {} },
    { operations: theirs, requestId, signal },
    parsed.data.queries,
  )
  sendJson(exchange, 200, { answers: [...answers] })
}

function jsonOf(sent: Buffer): unknown {
  try {
    return JSON.parse(sent.toString('utf8'))
  } catch {
    return null
  }
}
