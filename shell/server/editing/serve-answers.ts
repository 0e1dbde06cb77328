/**
 * `POST /_answers/<site>`: what the blocks of a page ask, answered for the library of a site as its own host would answer
 * readers. The editor draws drafts with it. Questions of blocks only: they are public, and change nothing.
 */
import asked from '@shuxiang/site-blocks/operations.json' with { type: 'json' }
import { mostQueries } from '@shuxiang/site-blocks'
import { clientFor, type GatewayClient } from '@shuxiang/gateway-client'
import type { Place } from '@shuxiang/process/place'
import { z } from 'zod'
import { answersOf, type BuilderOptions } from '../builder-pages/builder-page.ts'
import { readBody, sendJson, sendPlain, type Exchange } from '../http/exchange.ts'
import type { LivePlan } from '../releases/live-plan.ts'
import type { Site } from '../sites/site.ts'

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
  /** Which of the two origins is asked, where the console has its own. */
  readonly place?: Place
  /** The site whose host is asked; null: the portal or the console. */
  readonly site: Site | null
}

export async function serveAnswers(parts: AnswersParts, exchange: Exchange): Promise<void> {
  const site = /^\/_answers\/([a-z0-9-]{1,40})$/.exec(exchange.url.pathname)?.[1]
  // Where the console has an origin of its own it is asked there; sites of libraries have no editor.
  if (site === undefined || parts.place === 'portal' || parts.site !== null)
    return sendPlain(exchange, 404, 'There is no such site.')
  if (exchange.request.headers['sec-fetch-site'] === 'cross-site')
    return sendPlain(exchange, 403, 'Only the editor of sites asks here.')
  if (under >= mostAtOnce) return sendPlain(exchange, 503, 'Try again in a moment.', { 'retry-after': '2' })
  under += 1
  try {
    await answer(parts, exchange, site)
  } finally {
    under -= 1
  }
}

/** Requests at once; each is many questions. */
const mostAtOnce = 8
let under = 0

async function answer(
  { live, client, builder }: AnswersParts,
  exchange: Exchange,
  site: string,
): Promise<void> {
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
