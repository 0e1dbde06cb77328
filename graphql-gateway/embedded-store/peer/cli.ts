// `npm run peer -- mongo [--runs N] [--seed S]`: the same random operations on this store and on mongo-java-server.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../index.ts'
import { placesOf, startPeer } from './peer.ts'
import { compareServers } from './run.ts'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 5000)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Use: npm run peer -- mongo [--runs N] [--seed S], both whole numbers\n')
  process.exit(1)
}
const peer = await startPeer(placesOf(process.env))
if (typeof peer === 'string') {
  process.stdout.write(`No second opinion: ${peer}\n`)
  process.exit(0)
}
const dataDir = await mkdtemp(join(tmpdir(), 'store-peer-'))
const store = await openStore({ dataDir })
try {
  const socket = decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?')))
  const report = await compareServers({ ours: socket, peer: peer.port, runs, seed })
  const known = [...report.known].map(([name, count]) => `\n  ${count}  ${name}`).join('')
  process.stdout.write(
    `${report.compared} operations (seed ${seed}): ${report.same} same answers, ${report.refused} refused by both, ${report.givenUp} unknown to the peer; the peer differs from MongoDB's manual:${known}\n`,
  )
  for (const one of report.unexplained) process.stdout.write(`\nnot explained:\n${one}\n`)
  process.exitCode = report.unexplained.length === 0 ? 0 : 1
} finally {
  await store.close()
  await peer.close()
  await rm(dataDir, { recursive: true })
}
