import { describe, expect, it, vi } from 'vitest'
import { docOf, requestOf } from './contract-suite/works.ts'
import { SearchUnavailable, type FillPosition, type SearchDoc, type SearchEngine } from './contract.ts'
import { createFeed, type DirtyRecord, type FeedSource } from './feed.ts'
import { createMemoryEngine } from './memory/engine.ts'

/** A store with a dirty mark a record, as the feed sees it. */
class Shelf implements FeedSource {
  readonly records = new Map<string, { rev: number; doc: SearchDoc | null; dirty: boolean }>()

  write(id: string, title: string | null): void {
    const rev = (this.records.get(id)?.rev ?? 0) + 1
    this.records.set(id, {
      rev,
      doc: title === null ? null : docOf(id, { rev, title: [title] }),
      dirty: true,
    })
  }

  async dirty(limit: number): Promise<readonly DirtyRecord[]> {
    const dirty = [...this.records].filter(([, record]) => record.dirty)
    return dirty.slice(0, limit).map(([id, { rev, doc }]) => ({ id, rev, doc }))
  }

  async clean(refs: readonly { readonly id: string; readonly rev: number }[]): Promise<void> {
    for (const { id, rev } of refs) {
      const record = this.records.get(id)
      if (record?.rev === rev) record.dirty = false
    }
  }

  get waiting(): number {
    return [...this.records.values()].filter((record) => record.dirty).length
  }
}

async function feeding(
  source: FeedSource,
  engine: SearchEngine,
  act: (wake: () => void) => Promise<void>,
  options: { readonly interval?: number; readonly pageSize?: number } = {},
): Promise<void> {
  const end = new AbortController()
  const feed = createFeed({ engine, source, signal: end.signal, interval: options.interval ?? 1, ...options })
  try {
    await act(feed.wake)
  } finally {
    end.abort()
    await feed.done
  }
}

const titles = async (engine: SearchEngine): Promise<readonly string[]> =>
  (await engine.search(requestOf('', { size: 100 }))).hits.map((hit) => hit.id).toSorted()

describe('the index feed', () => {
  it('carries new, changed and removed records over, page by page', async () => {
    const shelf = new Shelf()
    const engine = createMemoryEngine()
    for (let n = 0; n < 25; n++) shelf.write(`r${n}`, `第${n}册`)
    shelf.write('r3', null)
    shelf.write('r4', '春晓')
    await feeding(shelf, engine, () => vi.waitFor(() => expect(shelf.waiting).toBe(0)), { pageSize: 7 })
    expect((await titles(engine)).length).toBe(24)
    expect(await titles(engine)).not.toContain('r3')
    expect((await engine.search(requestOf('春晓'))).hits[0]?.id).toBe('r4')
  })

  it('indexes again what changed while it was being indexed', async () => {
    const shelf = new Shelf()
    const memory = createMemoryEngine()
    let changes = 0
    const engine: SearchEngine = {
      ...memory,
      async index(docs) {
        await memory.index(docs)
        if (changes++ < 3) shelf.write('a', `第${changes}版`)
      },
    }
    shelf.write('a', '初版')
    await feeding(shelf, engine, () => vi.waitFor(() => expect(shelf.waiting).toBe(0)))
    expect(changes).toBe(4)
    expect((await engine.search(requestOf('第3版'))).total).toBe(1)
  })

  it('keeps everything dirty while the engine is away, and tries again', async () => {
    const shelf = new Shelf()
    const memory = createMemoryEngine()
    let away = 2
    const engine: SearchEngine = {
      ...memory,
      async index(docs) {
        if (away-- > 0) throw new SearchUnavailable('away')
        await memory.index(docs)
      },
    }
    shelf.write('a', '春')
    await feeding(shelf, engine, () => vi.waitFor(() => expect(shelf.waiting).toBe(0), { timeout: 5_000 }))
    expect(await titles(engine)).toEqual(['a'])
  })

  it('lets one record the engine refuses not hold back the others', async () => {
    const shelf = new Shelf()
    const memory = createMemoryEngine()
    const engine: SearchEngine = {
      ...memory,
      async index(docs) {
        if (docs.some((doc) => doc.id === 'bad')) throw new Error('cannot')
        await memory.index(docs)
      },
    }
    for (const id of ['a', 'bad', 'c']) shelf.write(id, '春')
    await feeding(shelf, engine, () => vi.waitFor(() => expect(shelf.waiting).toBe(1)))
    expect(await titles(engine)).toEqual(['a', 'c'])
    expect(shelf.records.get('bad')?.dirty).toBe(true)
  })

  it('wakes at once, also when woken while busy', async () => {
    const shelf = new Shelf()
    const memory = createMemoryEngine()
    let wakeInside = (): void => undefined
    const engine: SearchEngine = {
      ...memory,
      async index(docs) {
        await memory.index(docs)
        if (docs.some((doc) => doc.id === 'first')) {
          shelf.write('second', '秋')
          wakeInside()
        }
      },
    }
    const act = async (wake: () => void): Promise<void> => {
      wakeInside = wake
      shelf.write('first', '春')
      wake()
      await vi.waitFor(() => expect(shelf.waiting).toBe(0))
    }
    await feeding(shelf, engine, act, { interval: 3_600_000 })
    expect(await titles(engine)).toEqual(['first', 'second'])
  })

  it('fills an index that lost its content from where it was, and changes come meanwhile', async () => {
    const shelf = new Shelf()
    for (let n = 10; n < 35; n++) shelf.write(`r${n}`, '春')
    await shelf.clean((await shelf.dirty(100)).map(({ id, rev }) => ({ id, rev })))
    shelf.write('r12', '秋')
    const asked: string[] = []
    let failing = true
    const source: FeedSource = {
      dirty: (limit) => shelf.dirty(limit),
      clean: (refs) => shelf.clean(refs),
      count: async () => shelf.records.size,
      async page(after, limit) {
        asked.push(after)
        if (after === 'r19' && failing) {
          failing = false
          throw new Error('the store is away')
        }
        const found = [...shelf.records].filter(([id]) => id > after).sort(([a], [b]) => (a < b ? -1 : 1))
        return found.slice(0, limit).map(([id, { rev, doc }]) => ({ id, rev, doc }))
      },
    }
    let position: FillPosition | null = { after: '', total: 0 }
    const engine: SearchEngine = {
      ...createMemoryEngine(),
      fillPosition: async () => position,
      filledTo: async (to) => void (position = to),
    }
    const filled = (): Promise<void> =>
      vi.waitFor(() => expect([position, shelf.waiting]).toEqual([null, 0]), { timeout: 5_000 })
    await feeding(source, engine, filled, { pageSize: 10 })
    expect((await titles(engine)).length).toBe(25)
    expect((await engine.search(requestOf('秋'))).total).toBe(1)
    expect(asked).toEqual(['', 'r19', 'r19', 'r29', 'r34'])
  })

  it('ends with its signal, also in the middle of a pause', async () => {
    const end = new AbortController()
    const source: FeedSource = {
      dirty: () => Promise.reject(new Error('down')),
      clean: async () => undefined,
    }
    const feed = createFeed({ engine: createMemoryEngine(), source, signal: end.signal, interval: 3_600_000 })
    end.abort()
    await expect(feed.done).resolves.toBeUndefined()
  })
})
