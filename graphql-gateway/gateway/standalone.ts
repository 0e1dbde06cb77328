// The gateway alone on any supergraph whose subgraphs are plain HTTP:
// `npm run gateway -- --supergraph FILE --port N [--host ADDRESS]`. Free queries and introspection are on.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parse } from 'graphql'
import { pino } from 'pino'
import { withoutIdentity } from './authentication/contract.ts'
import { openErrors } from './federation/errors.ts'
import { createFederation } from './federation/gateway.ts'
import { wideLimits } from './guards/lexical.ts'
import { jsonAnswer } from './http/answer.ts'
import { startApollo } from './http/apollo.ts'
import { createFront } from './http/front.ts'
import { createGraphql } from './http/graphql.ts'
import { drain } from './lifecycle/drain.ts'
import { graphsOf } from './supergraph/graphs.ts'
import type { Transport } from './transport/contract.ts'
import { remoteTransport } from './transport/http.ts'
import { routeTo } from './transport/route.ts'

const usage = 'Usage: npm run gateway -- --supergraph FILE --port N [--host ADDRESS]'
const bodyLimit = 1024 * 1024
const deadline = 30_000

const { supergraph, port, host } = settings()
const log = pino({ level: 'info', base: { part: 'gateway' } })
const now = (): number => performance.now()

const supergraphSdl = await readFile(supergraph, 'utf8').catch((error: unknown) =>
  fail(
    `The supergraph ${supergraph} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  ),
)
const { send, close } = transports(supergraphSdl)
const federation = federationOf(supergraphSdl, send)
const apollo = await startApollo({
  over: federation,
  log,
  introspection: true,
  selections: wideLimits.selections,
})
const graphql = createGraphql({ apollo, documents: null, limits: wideLimits, cache: null })
let serving = true
const front = createFront({
  graphql: () => (serving ? graphql : null),
  ready: async () => jsonAnswer(serving ? 200 : 503, { status: serving ? 'ready' : 'stopping' }),
  authenticate: withoutIdentity,
  backchannel: () => null,
  log,
  newId: randomUUID,
  now,
  freeQueries: 'everywhere',
  deadline,
  bodyLimit,
})
front.listen(port, host)
await Promise.race([once(front, 'listening'), once(front, 'error').then(([error]) => fail(String(error)))])
const bound = front.address()
log.info(
  { address: `http://${host}:${typeof bound === 'object' && bound ? bound.port : port}/graphql` },
  'gateway ready',
)
process.send?.({ type: 'ready' })
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())

async function stop(): Promise<void> {
  serving = false
  await drain(front, 8000)
  await apollo.stop()
  await close()
  process.exit(0)
}

function transports(sdl: string): { send: Transport; close: () => Promise<void> } {
  const byName = new Map<string, Transport>()
  const closers: (() => Promise<void>)[] = []
  try {
    for (const [subgraph, url] of graphsOf(parse(sdl, { noLocation: true }))) {
      if (!URL.canParse(url)) fail(`The supergraph gives no address for the subgraph ${subgraph}.`)
      const remote = remoteTransport({ subgraph, url, secret: null, now: Date.now, timeout: deadline })
      byName.set(subgraph, remote.send)
      closers.push(remote.close)
    }
  } catch (error) {
    fail(`${supergraph} is no GraphQL: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (byName.size === 0) fail(`${supergraph} names no subgraph: give a composed supergraph, not a schema.`)
  return { send: routeTo(byName), close: async () => void (await Promise.all(closers.map((each) => each()))) }
}

function federationOf(sdl: string, transport: Transport): ReturnType<typeof createFederation> {
  try {
    return createFederation({ supergraphSdl: sdl, send: transport, present: openErrors, nulls: 'silent' })
  } catch (error) {
    return fail(`${supergraph} cannot be planned: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function settings(): { supergraph: string; port: number; host: string } {
  try {
    const { values } = parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    })
    const number = Number(values.port)
    if (!values.supergraph || !Number.isInteger(number) || number < 0 || number > 65535) return fail(usage)
    return { supergraph: values.supergraph, port: number, host: values.host }
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
