// An index changes no answer: the same random operations on a collection with indexes and on one without.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, connectTo } from '../conformance/behaviour/connection.ts'
import { MongoError } from '../bson/errors.ts'
import { documentOf, isDocument, type Document, type Value } from '../bson/values.ts'
import { openStore, type Store } from '../index.ts'
import type { PeerCase } from '../peer/case.ts'
import { cases } from '../peer/cases.ts'
import { outcomeOf } from '../peer/compare.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'store-same-'))
let store: Store
let connection: Connection
let made = 0

beforeAll(async () => {
  store = await openStore({ dataDir })
  connection = await connectTo(
    decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?'))),
  )
})
afterAll(async () => {
  connection.close()
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const hasSort = (one: PeerCase): boolean =>
  one.name !== 'find' || one.fields.some(([name]) => name === 'sort')

/** What a `$lookup` joins comes in any order, also on MongoDB. */
const inOrder = documentOf([
  '$addFields',
  documentOf([
    'joined',
    documentOf(['$sortArray', documentOf(['input', '$joined'], ['sortBy', documentOf(['_id', 1])])]),
  ]),
])

/** Which of several matches comes first is free without a sort: so all matches are meant. */
function settled(one: PeerCase): PeerCase {
  const all = (statement: Value): Value =>
    isDocument(statement)
      ? new Map<string, Value>([...statement, statement.has('limit') ? ['limit', 0] : ['multi', true]])
      : statement
  const steady = (stage: Value): Value[] =>
    isDocument(stage) && stage.has('$lookup') ? [stage, inOrder] : [stage]
  const fields = one.fields.map(([name, value]): readonly [string, Value] => {
    if (!Array.isArray(value)) return [name, value]
    if (name === 'pipeline') return [name, value.flatMap(steady)]
    return [name, name === 'updates' || name === 'deletes' ? value.map(all) : value]
  })
  const some = hasSort(one) ? [] : ['skip', 'limit']
  return { ...one, fields: fields.filter(([name]) => !some.includes(name)) }
}

const field = fc.constantFrom('a', 'b', 'n', 'a.x', 'b.y', '_id')
const indexes: fc.Arbitrary<Document[]> = fc.array(
  fc
    .tuple(
      fc.uniqueArray(fc.tuple(field, fc.constantFrom(1, -1)), {
        minLength: 1,
        maxLength: 3,
        selector: ([name]) => name,
      }),
      fc.constantFrom<Document>(
        new Map(),
        new Map(),
        documentOf(['sparse', true]),
        documentOf(['partialFilterExpression', documentOf(['n', documentOf(['$gt', 2])])]),
        documentOf(['partialFilterExpression', documentOf(['a', documentOf(['$exists', true])])]),
      ),
    )
    .filter(([parts]) => parts.some(([name]) => name !== '_id'))
    .map(([parts, more]) => documentOf(['key', new Map<string, Value>(parts)], ...more)),
  { minLength: 1, maxLength: 4 },
)

test('finds, counts, updates, deletes and pipelines', { timeout: 300_000 }, async () => {
  const parameters = { numRuns: Number(process.env['PLANNER_RUNS'] ?? 1500) }
  await fc.assert(
    fc.asyncProperty(cases.map(settled), indexes, fc.boolean(), async (one, wanted, late) => {
      const [plain, indexed] = [`plain${made}`, `indexed${made++}`]
      await makeIndexes(indexed, wanted, late ? one.documents : [])
      const asBag = !hasSort(one)
      const without = await outcomeOf(connection, one, plain, asBag)
      const withThem = await outcomeOf(connection, one, indexed, asBag)
      for (const database of [plain, indexed])
        await connection.run(documentOf(['dropDatabase', 1], ['$db', database]))
      // An index over two lists of one document refuses it, which a collection without it does not.
      if ('error' in withThem && withThem.error === 171) return
      const answer = (outcome: typeof without): unknown =>
        'error' in outcome ? outcome.error : outcome.answer
      expect(answer(withThem)).toEqual(answer(without))
    }),
    parameters,
  )
})

/** Makes the indexes, in a collection that has had documents before if any are given. */
async function makeIndexes(
  database: string,
  list: Document[],
  documents: readonly Document[],
): Promise<void> {
  const run = (...fields: (readonly [string, Value])[]): Promise<Document> =>
    connection.run(documentOf(...fields, ['$db', database]))
  if (documents.length > 0) await run(['insert', 'cases'], ['documents', [...documents]])
  for (const [i, index] of list.entries()) {
    const named = new Map<string, Value>([...index, ['name', `i${i}`]])
    try {
      await run(['createIndexes', 'cases'], ['indexes', [named]])
    } catch (error) {
      // Two lists in one document, or an index that is there by another name: the others are made.
      if (!(error instanceof MongoError && [171, 85, 86].includes(error.code))) throw error
    }
  }
  if (documents.length > 0)
    await run(['delete', 'cases'], ['deletes', [documentOf(['q', new Map()], ['limit', 0])]])
}
