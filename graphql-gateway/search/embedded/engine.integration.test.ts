import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEngine } from '../contract.suite.ts'
import { openEmbeddedEngine } from './engine.ts'

describeEngine('embedded', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'shuxiang-search-'))
  const engine = await openEmbeddedEngine({ dir })
  return {
    ...engine,
    async close() {
      await engine.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
})
