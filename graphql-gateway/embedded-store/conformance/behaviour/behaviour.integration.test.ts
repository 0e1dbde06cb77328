// The behaviour corpus: every case right or refused by name; the floors below never go down.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAccumulator } from '../../engine/accumulators.ts'
import { MongoError } from '../../bson/errors.ts'
import { hasOperator } from '../../engine/expression.ts'
import { hasStage } from '../../engine/pipeline.ts'
import type { Document, Value } from '../../bson/values.ts'
import { openStore, type Store } from '../../index.ts'
import { documentOr, parseExtendedJson } from '../extended-json.ts'
import { type Connection, connectTo } from './connection.ts'
import { createJudge, type Datasets, type Verdict } from './judge.ts'
import { knownDifferences } from './known-differences.ts'

const repository = join(import.meta.dirname, '../../../..')
const folder = join(process.env['FIXTURES_DIR'] ?? join(repository, '../shared/data'), 'mongo-behaviour')
const present = existsSync(join(folder, 'collections.jsonl'))
if (!present)
  console.log(`mongo-behaviour corpus not found in ${folder}: its suite does not run (set FIXTURES_DIR)`)

/** Least right answers a file must have, and least share of right ones among the cases of the allow-list. */
const floors: Readonly<Record<string, { right: number; share: number }>> = {
  expressions: { right: 1738, share: 0.99 },
  pipelines: { right: 370, share: 0.99 },
  filters: { right: 646, share: 0.99 },
  updates: { right: 469, share: 0.99 },
}

const filterAndUpdateNames = new Set(
  (
    '$eq $ne $gt $gte $lt $lte $in $nin $and $or $nor $not $exists $type $size $all $elemMatch $mod $regex $options ' +
    '$expr $bitsAllSet $bitsAllClear $bitsAnySet $bitsAnyClear $set $unset $inc $mul $min $max $rename $setOnInsert ' +
    '$currentDate $push $addToSet $pop $pull $pullAll $each $slice $sort $position $literal $const $comment ' +
    '$rank $denseRank $documentNumber'
  ).split(' '),
)

/** Whether everything a case names is on the allow-list. */
function allowed(test: Document): boolean {
  const names = test.get('ops')
  const known = (name: Value): boolean =>
    typeof name === 'string' &&
    (hasOperator(name) || hasStage(name) || isAccumulator(name) || filterAndUpdateNames.has(name))
  return !Array.isArray(names) || names.every(known)
}

const lines = (file: string): Document[] =>
  readFileSync(join(folder, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => documentOr(parseExtendedJson(line)))

function datasets(): Datasets {
  const read = (value: Value | undefined): Document[] =>
    Array.isArray(value) ? value.map((item) => documentOr(item)) : []
  return new Map(lines('collections').map((line) => [String(line.get('id')), read(line.get('documents'))]))
}

describe.skipIf(!present)('the behaviour corpus', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-behaviour-'))
  let store: Store
  let connection: Connection
  let judge: ReturnType<typeof createJudge>
  beforeAll(async () => {
    store = await openStore({ dataDir })
    connection = await connectTo(
      decodeURIComponent(store.uri.slice('mongodb://'.length, store.uri.indexOf('/?'))),
    )
    judge = createJudge(connection, datasets())
  })
  afterAll(async () => {
    connection.close()
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const title = '%s: right or refused by name, nothing silently wrong'
  it.each(Object.keys(floors))(title, { timeout: 300_000 }, async (file) => {
    const counts: Record<Verdict, number> = { pass: 0, refused: 0, code: 0, silent: 0 }
    const within = { all: 0, right: 0 }
    const surprises: string[] = []
    for (const test of lines(file)) {
      const { verdict, actual } = await judge(file, test)
      const id = String(test.get('id'))
      const known = knownDifferences.has(id)
      counts[verdict]++
      // An option or type the store refuses by name (115) is outside the list as an unknown operator is.
      const refusedOption = actual instanceof MongoError && actual.code === 115
      if (!known && !refusedOption && allowed(test)) {
        within.all++
        // An error where one is due is right; that its number is another is counted apart.
        if (verdict === 'pass' || verdict === 'code') within.right++
      }
      if (known ? verdict === 'pass' : verdict === 'silent') surprises.push(`${id} ${verdict}`)
    }
    const share = within.right / within.all
    console.log(
      `${file}: ${JSON.stringify(counts)}; allow-list ${within.right} of ${within.all} (${(share * 100).toFixed(1)} %)`,
    )
    expect(surprises).toEqual([])
    expect(counts.pass).toBeGreaterThanOrEqual(floors[file]?.right ?? 0)
    expect(share).toBeGreaterThanOrEqual(floors[file]?.share ?? 1)
  })
})
