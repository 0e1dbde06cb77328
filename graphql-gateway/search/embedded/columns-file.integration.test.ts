/** The columns beside the tables: whatever becomes of their file, an index answers the same. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poems } from '../bench/corpus.ts'
import { requestOf } from '../contract-suite/works.ts'
import { openLocalIndex, type LocalIndex } from './local-index.ts'

const docs = [...poems(300)]
const FACETS = ['author', 'library', 'period'].map((name) => ({ name, size: 100 }))

describe('the file of the columns', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shuxiang-columns-'))
  const tables = join(dir, 'search.db')
  const columns = join(dir, 'search.columns')
  let before: unknown

  const answers = (index: LocalIndex): unknown => [
    ...(['title', 'newest', 'popular', 'relevance'] as const).map((sort) =>
      index.search(requestOf('', { sort, size: 100, facets: FACETS }), () => undefined),
    ),
    ...['s', 'li', '春', 'j'].map((typed) => index.suggest(typed, { limit: 8, scopes: null })),
    index.stats(),
  ]
  const opened = async (work: (index: LocalIndex) => Promise<void>): Promise<void> => {
    const index = openLocalIndex(tables)
    await work(index)
    await index.close()
  }

  beforeAll(() =>
    opened(async (index) => {
      await index.put(docs)
      await index.remove(docs.slice(0, 20).map(({ id }) => ({ id, rev: 2 })))
      before = answers(index)
    }),
  )
  afterAll(() => rmSync(dir, { recursive: true }))

  const kinds: Readonly<Record<string, () => void>> = {
    'is as it was': () => undefined,
    'is missing': () => rmSync(columns),
    'is empty': () => truncateSync(columns, 0),
    'is cut': () => truncateSync(columns, 20_000),
    'is cut by a byte': () => truncateSync(columns, readFileSync(columns).length - 1),
    'has a byte changed': () => {
      const bytes = readFileSync(columns)
      const middle = bytes.length >> 1
      bytes[middle] = (bytes[middle] ?? 0) ^ 1
      writeFileSync(columns, bytes)
    },
    'is something else': () => writeFileSync(columns, 'something else'.repeat(1_000)),
    'is a folder': () => {
      rmSync(columns)
      mkdirSync(columns)
    },
  }
  for (const [what, change] of Object.entries(kinds))
    it(what, async () => {
      change()
      await opened(async (index) => expect(answers(index)).toEqual(before))
      // It is whole again for the next start.
      expect(readFileSync(columns).subarray(0, 16).toString()).toBe('shuxiang columns')
    })

  it('is not taken for the columns of a later state, or of an index that was never closed', async () => {
    copyFileSync(columns, join(dir, 'kept'))
    await opened(async (index) => {
      await index.put(docs.slice(30, 40).map((doc) => ({ ...doc, rev: 2, title: ['改题'] })))
    })
    copyFileSync(join(dir, 'kept'), columns)
    await opened(async (index) => {
      expect(index.search(requestOf('改题'), () => undefined).total).toBe(10)
      expect(index.suggest('改', { limit: 1, scopes: null })).toMatchObject([{ text: '改题', count: 10 }])
    })
    expect(existsSync(`${columns}.new`)).toBe(false)
  })
})
