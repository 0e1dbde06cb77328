/** Every file of the index spoilt in every way, at rest and in use: it is put aside and filled again from the store. */

import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { poems } from '../bench/corpus.ts'
import { requestOf } from '../contract-suite/works.ts'
import { SearchUnavailable, type SearchDoc, type SearchEngine } from '../contract.ts'
import { createFeed, type DirtyRecord, type FeedSource } from '../feed.ts'
import { openEmbeddedEngine } from './engine.ts'
import { openLocalIndex } from './local-index.ts'

const docs = [...poems(600)]
const inOrder = docs.toSorted((a, b) => (a.id < b.id ? -1 : 1))
const PAGE = 4096

/** A store that has all the poems, and its marks. */
class Store implements FeedSource {
  readonly waiting = new Map<string, DirtyRecord>()
  private kept: string | null = null

  async dirty(limit: number): Promise<readonly DirtyRecord[]> {
    return [...this.waiting.values()].slice(0, limit)
  }
  async clean(refs: readonly { readonly id: string }[]): Promise<void> {
    for (const { id } of refs) this.waiting.delete(id)
  }
  async page(after: string, limit: number): Promise<readonly DirtyRecord[]> {
    const found = inOrder.filter(({ id }) => id > after)
    return found.slice(0, limit).map((doc) => ({ id: doc.id, rev: doc.rev, doc }))
  }
  change(doc: SearchDoc): void {
    this.waiting.set(doc.id, { id: doc.id, rev: doc.rev, doc })
  }
  async count(): Promise<number> {
    return docs.length
  }
  async mark(): Promise<string | null> {
    return this.kept
  }
  async setMark(mark: string): Promise<void> {
    this.kept = mark
  }
}

const spoil: Readonly<Record<string, (file: string) => void>> = {
  'is deleted': (file) => rmSync(file),
  'is emptied': (file) => truncateSync(file, 0),
  'is cut': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'is cut inside a page': (file) => truncateSync(file, statSync(file).size - 1_000),
  'has 50 pages overwritten in its middle': (file) => overwrite(file, 50),
  'has its first page overwritten': (file) => overwrite(file, 1, 0),
  'is garbage': (file) => writeFileSync(file, 'not a database, though long enough to look at'.repeat(500)),
  'is a folder': (file) => {
    rmSync(file)
    mkdirSync(join(file, 'below'), { recursive: true })
  },
  'is another database': (file) => {
    rmSync(file)
    const db = new DatabaseSync(file)
    db.exec('create table docs (id text); create table meta (a, b)')
    db.close()
  },
  'is of a newer version': (file) => {
    const db = new DatabaseSync(file)
    db.exec(`update meta set value = 'layout 99, analysis 99' where name = 'version'; create table news (id)`)
    db.close()
  },
  'lacks a table': (file) => {
    const db = new DatabaseSync(file)
    db.exec('drop table entries')
    db.close()
  },
}

describe('an index that is spoilt', () => {
  const root = mkdtempSync(join(tmpdir(), 'shuxiang-damage-'))
  const whole = join(root, 'whole')
  let wholeMark = ''
  let dir = ''
  let store: Store
  const open: { engine: SearchEngine; stop: () => Promise<void> }[] = []

  const start = (): SearchEngine => {
    const engine = openEmbeddedEngine({ dir, searchTime: 60_000 })
    const end = new AbortController()
    const feed = createFeed({ engine, source: store, signal: end.signal, interval: 10 })
    const stop = async (): Promise<void> => {
      end.abort()
      await feed.done
      await engine.close()
    }
    open.push({ engine, stop })
    return engine
  }
  const stopAll = async (): Promise<void> => {
    for (const { stop } of open.splice(0)) await stop()
  }
  const filling = (engine: SearchEngine): Promise<void> =>
    vi.waitFor(async () => expect((await engine.stats()).filling).not.toBe(null), {
      timeout: 30_000,
      interval: 5,
    })
  const full = async (engine: SearchEngine): Promise<void> => {
    await vi.waitFor(
      async () => {
        const { records, filling } = await engine.stats()
        expect({ records, filling }).toEqual({ records: docs.length, filling: null })
      },
      { timeout: 60_000, interval: 20 },
    )
    const answer = await engine.search(requestOf('', { size: 0 }))
    expect(answer).toMatchObject({ total: docs.length, filling: null })
  }

  beforeAll(async () => {
    dir = whole
    store = new Store()
    await full(start())
    await stopAll()
    wholeMark = (await store.mark()) ?? ''
  }, 60_000)
  beforeEach(async () => {
    dir = mkdtempSync(join(root, 'index-'))
    cpSync(whole, dir, { recursive: true })
    store = new Store()
    await store.setMark(wholeMark)
  })
  afterEach(stopAll)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  it('is left alone when nothing is wrong with it', async () => {
    const inode = statSync(join(dir, 'search.db')).ino
    await full(start())
    expect(statSync(join(dir, 'search.db')).ino).toBe(inode)
  })

  for (const [what, hurt] of Object.entries(spoil)) {
    it(`at rest: ${what}`, { timeout: 90_000 }, async () => {
      hurt(join(dir, 'search.db'))
      const index = openLocalIndex(join(dir, 'search.db'))
      await index.lookOver()
      expect(index.fillPosition()).not.toBe(null)
      await index.close()
      await full(start())
    })
  }

  for (const ending of ['-wal', '-shm', '-journal'])
    it(`at rest: garbage or a folder at search.db${ending}`, { timeout: 90_000 }, async () => {
      writeFileSync(join(dir, `search.db${ending}`), 'garbage'.repeat(5_000))
      await full(start())
      await stopAll()
      rmSync(join(dir, `search.db${ending}`), { force: true })
      mkdirSync(join(dir, `search.db${ending}`))
      await full(start())
    })

  it('at rest: a file where its folder should be', { timeout: 90_000 }, async () => {
    rmSync(dir, { recursive: true })
    writeFileSync(dir, 'no folder')
    await full(start())
  })

  it(
    'at rest: one that was filled from another store, or is an old copy of itself',
    { timeout: 90_000 },
    async () => {
      await store.setMark('the mark of another day')
      const engine = start()
      await filling(engine)
      await full(engine)
    },
  )

  it('in use: its last writes are gone after a crash', { timeout: 90_000 }, async () => {
    const engine = start()
    await full(engine)
    for (const doc of docs.slice(0, 20)) store.change({ ...doc, rev: 2, title: ['昨日之日'] })
    await vi.waitFor(() => expect(store.waiting.size).toBe(0), { timeout: 30_000 })
    const copy = mkdtempSync(join(root, 'crashed-'))
    cpSync(join(dir, 'search.db'), join(copy, 'search.db'))
    await stopAll()
    dir = copy
    const again = start()
    await filling(again)
    await full(again)
  })

  const inUse = ['is deleted', 'is emptied', 'is cut', 'has 50 pages overwritten in its middle', 'is garbage']
  for (const what of inUse) {
    it(`in use: ${what}`, { timeout: 90_000 }, async () => {
      const engine = start()
      await full(engine)
      spoil[what]?.(join(dir, 'search.db'))
      // Readers go on meanwhile: each gets an answer, and none that nothing was found without a reason.
      for (let n = 0; n < 200; n++) {
        const { total, filling } = await engine.search(requestOf(docs[n]?.title[0] ?? '', { size: 1 }))
        expect(total > 0 || filling !== null).toBe(true)
      }
      store.change({ ...(docs[0] ?? expect.fail()), rev: 3, title: ['新题'] })
      await vi.waitFor(async () => expect(existsSync(join(dir, 'put-aside'))).toBe(true), { timeout: 30_000 })
      await full(engine)
    })
  }

  it('in use: another file is put in its place', { timeout: 90_000 }, async () => {
    const engine = start()
    await full(engine)
    const file = join(dir, 'search.db')
    renameSync(file, `${file}.old`)
    appendFileSync(file, 'something else')
    await vi.waitFor(async () => expect(existsSync(join(dir, 'put-aside'))).toBe(true), { timeout: 30_000 })
    await full(engine)
  })

  it('keeps one file that was put aside, not one for every time', { timeout: 90_000 }, async () => {
    for (const words of ['first', 'second']) {
      writeFileSync(join(dir, 'search.db'), words.repeat(2_000))
      const index = openLocalIndex(join(dir, 'search.db'))
      await index.close()
    }
    expect(statSync(join(dir, 'put-aside', 'search.db')).size).toBe('second'.length * 2_000)
  })

  it('cannot be made at all: whoever asks is told, and nothing ends', async () => {
    writeFileSync(join(root, 'file'), '')
    dir = join(root, 'file', 'below')
    const engine = openEmbeddedEngine({ dir })
    await expect(engine.search(requestOf('春'))).rejects.toThrow(SearchUnavailable)
    await expect(engine.stats()).rejects.toThrow(SearchUnavailable)
    await engine.close()
  })
})

function overwrite(file: string, pages: number, from?: number): void {
  const middle = Math.floor(statSync(file).size / PAGE / 2) - Math.floor(pages / 2)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(pages * PAGE, 'damage'), 0, pages * PAGE, (from ?? middle) * PAGE)
  closeSync(handle)
}
