/** Calls to the worker thread when it is busy, hangs, dies or is overrun. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { poems } from '../bench/corpus.ts'
import { requestOf } from '../contract-suite/works.ts'
import { SearchUnavailable } from '../contract.ts'
import { openEmbeddedEngine } from './engine.ts'
import { createThread, type Thread } from './thread.ts'

const script = new URL('misbehaving-worker.ts', import.meta.url)
let thread: Thread | null = null

function open(options: { readonly searchTime?: number; readonly hangTime?: number }): Thread {
  thread = createThread({ file: '', searchTime: 50, hangTime: 400, script, ...options })
  return thread
}

afterEach(() => thread?.close())

describe('the search thread', () => {
  it('is replaced when it hangs, and every caller is told', async () => {
    const { call } = open({})
    await call('stats', null)
    const hung = call('search', requestOf('hang'))
    const behind = call('refresh', null)
    await expect(hung).rejects.toThrow(SearchUnavailable)
    await expect(behind).rejects.toThrow(/started again/)
    await vi.waitFor(async () => expect((await call('stats', null)).records).toBe(7), { timeout: 10_000 })
  })

  it('is replaced when it dies', async () => {
    const { call } = open({ hangTime: 60_000 })
    await expect(call('search', requestOf('die'))).rejects.toThrow(SearchUnavailable)
    await vi.waitFor(async () => expect((await call('stats', null)).records).toBe(7), { timeout: 10_000 })
  })

  it('is not waited for longer than a search may take', async () => {
    const { call } = open({ hangTime: 60_000 })
    await call('stats', null)
    await expect(call('search', requestOf('silence'))).rejects.toThrow(/took longer/)
    expect((await call('stats', null)).records).toBe(7)
  })

  it('turns callers away when there are too many', async () => {
    const { call } = open({ searchTime: 5_000, hangTime: 60_000 })
    await call('stats', null)
    const calls = Array.from({ length: 1_100 }, () => call('search', requestOf('silence')))
    const results = await Promise.allSettled([...calls.slice(1_024), Promise.resolve()])
    expect(results.filter((result) => result.status === 'rejected').length).toBe(76)
    for (const waiting of calls) waiting.catch(() => undefined)
  })

  it('answers searches while it writes', { timeout: 120_000 }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'shuxiang-busy-'))
    const engine = await openEmbeddedEngine({ dir, searchTime: 60_000 })
    let written = false
    const writing = engine.index([...poems(1_500)]).then(() => (written = true))
    let answers = 0
    while (!written) {
      await engine.search(requestOf('春风', { facets: [{ name: 'author', size: 5 }] }))
      if (!written) answers++
    }
    await writing
    expect(answers).toBeGreaterThan(5)
    await engine.close()
    rmSync(dir, { recursive: true })
  })
})
