// Index entries while an index is still being made: nobody's entry is taken away with another's document.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { encode } from '../bson/encode.ts'
import { documentOf, type Document } from '../bson/values.ts'
import { Catalogue } from './catalogue.ts'
import { openKeyspace } from './keyspace.ts'
import { spaceRange } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'store-table-'))
const keyspace = openKeyspace(join(folder, 'data.lmdb'))
const catalogue = new Catalogue(
  keyspace,
  () => () => true,
  () => new Uint8Array(16),
)
afterAll(async () => {
  await keyspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const numbered = (id: number, n: number): Document => documentOf(['_id', id], ['n', n])

test('a document that goes leaves the entry of one that took its value while the index was made', () => {
  keyspace.write(() => {
    const table = catalogue.create('t.c', new Map())
    for (const id of [1, 2]) table.insert(encode(numbered(id, id)), numbered(id, id))
    const [first, second] = [...keyspace.entries(spaceRange(table.space), false)]
    if (!first || !second) throw new Error('two documents were stored')
    const index = catalogue.addIndex(table, {
      name: 'n',
      fields: [{ path: 'n', descending: false }],
      unique: true,
      sparse: false,
      partialFilter: null,
      expireAfterSeconds: null,
    })
    // The making has passed the first document and not met the second.
    table.addEntries(index, first.key, numbered(1, 1))
    table.replace(first.key, numbered(1, 1), encode(numbered(1, 2)), numbered(1, 2))
    table.remove(second.key, numbered(2, 2))
    catalogue.finishIndex(table, index)
    expect([...keyspace.entries(spaceRange(index.space), false)].map(({ value }) => value)).toEqual([
      first.key,
    ])
  })
})
