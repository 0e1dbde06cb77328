/** What survives: a kill in the middle of writing, another version, a request to rebuild, callers that go away. */

import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { docOf, requestOf } from '../contract-suite/works.ts'
import { SearchUnavailable, type SearchEngine } from '../contract.ts'
import { openEmbeddedEngine, type EmbeddedOptions } from './engine.ts'
import { requestRebuild } from './rebuild.ts'

describe('the embedded index survives', () => {
  let dir: string
  const engines: SearchEngine[] = []
  const open = async (options: Partial<EmbeddedOptions> = {}): Promise<SearchEngine> => {
    const engine = await openEmbeddedEngine({ dir, ...options })
    engines.push(engine)
    return engine
  }
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'shuxiang-crash-'))
  })
  afterEach(async () => {
    for (const engine of engines.splice(0)) await engine.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('being killed while it writes: what was acknowledged is there, words and facets alike', async () => {
    for (let round = 0; round < 3; round++) {
      const writer = fork(new URL('crash-writer.ts', import.meta.url), [dir, String(round)])
      const acknowledged = await acknowledgedUntilKill(writer, 5 + round * 3)
      const engine = await open()
      const everything = await engine.search(
        requestOf('', { size: 0, facets: [{ name: 'round', size: 10 }] }),
      )
      const mine = everything.facets[0]?.values.find((value) => value.value === String(round))?.count ?? 0
      expect(mine).toBeGreaterThanOrEqual(acknowledged)
      const byWord = await engine.search(requestOf('登高望远', { size: 0 }))
      expect(byWord.total).toBe(everything.total)
      await engine.close()
    }
  })

  it('another analysis version: it is emptied rather than asked in another language', async () => {
    const first = await open()
    await first.index([docOf('a', { title: ['春晓'] })])
    await first.filledTo?.(null)
    await first.close()
    const db = new DatabaseSync(join(dir, 'search.db'))
    db.exec(`update meta set value = 'layout 0, analysis 0' where name = 'version'`)
    db.close()
    const second = await open()
    expect((await second.stats()).records).toBe(0)
    expect(await second.fillPosition?.()).toEqual({ after: '', total: 0 })
  })

  it('a stop while it is being filled: it still knows where it was at the next start', async () => {
    for (const position of [{ after: '', total: 0 }, { after: 'r7', total: 9 }, null]) {
      const engine = await open()
      await engine.filledTo?.(position)
      await engine.close()
      const again = await open()
      expect(await again.fillPosition?.()).toEqual(position)
      await again.close()
    }
    const engine = await open()
    await engine.clear()
    expect(await engine.fillPosition?.()).toEqual({ after: '', total: 0 })
  })

  it('a request to rebuild, made by another process', async () => {
    const engine = await open({ tendTime: 20 })
    await engine.index([docOf('a', { title: ['春晓'] })])
    await engine.filledTo?.(null)
    requestRebuild(dir)
    await vi.waitFor(async () => expect((await engine.stats()).records).toBe(0), { timeout: 5_000 })
    expect(await engine.fillPosition?.()).toEqual({ after: '', total: 0 })
  })

  it('calls after closing: they are told', async () => {
    const engine = await open()
    await engine.close()
    await engine.close()
    await expect(engine.search(requestOf('春'))).rejects.toThrow(SearchUnavailable)
  })

  it('a caller that goes away', async () => {
    const engine = await open()
    const away = new AbortController()
    const answer = engine.search(requestOf('春'), away.signal)
    away.abort(new Error('gone'))
    await expect(answer).rejects.toThrow('gone')
    expect((await engine.search(requestOf('春'))).total).toBe(0)
  })
})

async function acknowledgedUntilKill(writer: ChildProcess, batches: number): Promise<number> {
  let acknowledged = 0
  writer.on('message', (count) => {
    acknowledged += Number(count)
    batches--
    if (batches === 0) writer.kill('SIGKILL')
  })
  await once(writer, 'exit')
  return acknowledged
}
