// The second opinion: every difference from mongo-java-server is known, and every known one is still met.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../index.ts'
import { knownDifferences } from './known-differences.ts'
import { placesOf, startPeer } from './peer.ts'
import { compareServers } from './run.ts'

const peer = await startPeer(placesOf(process.env))
const title = 'random operations have the same outcome on mongo-java-server, but for known differences'

if (typeof peer === 'string') {
  console.log(`The second opinion on the store does not run: ${peer}`)
  test.skip(title, () => {})
} else
  test(title, { timeout: 900_000 }, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'store-peer-'))
    const store = await openStore({ dataDir })
    try {
      const ours = decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?')))
      const report = await compareServers({ ours, peer: peer.port, runs: 15_000, seed: 1 })
      expect(report.unexplained.join('\n\n')).toBe('')
      expect(report.givenUp).toBeLessThan(report.compared * 0.1)
      expect(report.same + report.refused).toBeGreaterThan((report.compared - report.givenUp) * 0.94)
      const dead = knownDifferences.filter(({ name }) => !report.known.has(name)).map(({ name }) => name)
      expect(dead, 'listed but not met').toEqual([])
    } finally {
      await store.close()
      await peer.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
