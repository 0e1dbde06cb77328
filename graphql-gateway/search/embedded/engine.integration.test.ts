import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeEngine } from '../contract.suite.ts'
import type { SearchEngine } from '../contract.ts'
import { openEmbeddedEngine } from './engine.ts'

/** One worker for the whole suite: starting a thread for each test would take most of its time. */
const dir = mkdtempSync(join(tmpdir(), 'shuxiang-search-'))
let shared: SearchEngine | null = null

afterAll(async () => {
  await shared?.close()
  rmSync(dir, { recursive: true, force: true })
})

describeEngine('embedded', async () => {
  shared ??= await openEmbeddedEngine({ dir })
  await shared.clear()
  return { ...shared, close: async () => undefined }
})
