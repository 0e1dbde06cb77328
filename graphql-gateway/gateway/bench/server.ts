// One process of the benchmark: `node server.ts monolith|embedded|remote <addresses>|signed-in <address of the keys>|subgraph <name>`.
import { randomUUID } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import { serveSubgraph } from '@shuxiang/subgraph-kit'
import { defineUncheckedSubgraph } from '@shuxiang/subgraph-kit/testing'
import { MongoClient } from 'mongodb'
import { bearer } from '../authentication/bearer.ts'
import { withoutIdentity } from '../authentication/contract.ts'
import { createKeys } from '../authentication/keys.ts'
import { issuer } from '../authentication/provider.fixture.ts'
import { openErrors } from '../federation/errors.ts'
import { createFederation } from '../federation/gateway.ts'
import { publicLimits } from '../guards/lexical.ts'
import { jsonAnswer } from '../http/answer.ts'
import { startApollo } from '../http/apollo.ts'
import { createFront } from '../http/front.ts'
import { createGraphql } from '../http/graphql.ts'
import { listen } from '../lifecycle/listen.ts'
import { compose } from '../supergraph/compose.ts'
import type { GatewayContext } from '../transport/contract.ts'
import { transportsOf } from '../transport/choose.ts'
import { subgraphs, whole } from './library.ts'

const [role = 'monolith', given = ''] = process.argv.slice(2)
const log = { debug() {}, info() {}, warn() {}, error: console.error }
const open = { log, introspection: true, selections: publicLimits.selections }
const secret = Buffer.from('the secret of the benchmark')
const audit = { record: async () => {} }
const db = new MongoClient('mongodb://127.0.0.1:1').db('none')

const server = role === 'subgraph' ? subgraphServer(given) : gatewayServer(await apolloFor(role))
const address = await listen(server, { port: 0 })
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.send?.({ address })

function subgraphServer(name: string) {
  const subgraph = subgraphs().find((each) => each.name === name)
  if (!subgraph) throw new Error(`No subgraph ${name}.`)
  return serveSubgraph({ subgraph, secret, db: () => db, audit, log, now: Date.now })
}

function gatewayServer(apollo: ApolloServer<GatewayContext>) {
  const graphql = createGraphql({ apollo, documents: null, limits: publicLimits, cache: null })
  return createFront({
    graphql: () => graphql,
    ready: async () => jsonAnswer(200, {}),
    authenticate: role === 'signed-in' ? authenticateBy(given) : withoutIdentity,
    backchannel: () => null,
    log,
    newId: randomUUID,
    now: () => performance.now(),
    freeQueries: 'everywhere',
    deadline: 10_000,
    bodyLimit: 64 * 1024,
  })
}

function authenticateBy(keysUrl: string) {
  const keys = createKeys({ url: keysUrl, now: () => performance.now(), log })
  const refused = { has: () => false, known: true }
  return bearer({ issuer, keys, refused, membershipsOf: null, now: Date.now, log })
}

async function apolloFor(kind: string): Promise<ApolloServer<GatewayContext>> {
  if (kind === 'monolith') {
    const { schema } = defineUncheckedSubgraph({ name: 'whole', ...whole })
    return startApollo({ over: schema, ...open })
  }
  const parts = subgraphs()
  const remote = new Map(
    kind === 'remote' ? given.split(',').map((url, i) => [parts[i]?.name ?? '', url]) : [],
  )
  const here = parts.filter(({ name }) => !remote.has(name))
  const { send } = transportsOf(here, remote, { db: () => db, secret, audit, now: Date.now })
  const federation = createFederation({
    supergraphSdl: await compose(parts),
    send,
    present: openErrors,
    nulls: 'silent',
  })
  return startApollo({ over: federation, ...open })
}
