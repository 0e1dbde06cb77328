// Cost of the engine per document, as ratios to the bson package decoding or encoding the same document.
import { deserialize, serialize } from 'bson'
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { compileFilter } from '../engine/filter.ts'
import { compilePipeline } from '../engine/pipeline.ts'
import { compileUpdate } from '../engine/update.ts'
import { type Document, documentOf } from '../bson/values.ts'

const count = 20_000
const raw = Array.from({ length: count }, (_, i) =>
  serialize({
    _id: i,
    libraryId: `lib${i % 100}`,
    kind: ['book', 'poem', 'video'][i % 3],
    title: `书名 number ${i}`,
    year: 1900 + (i % 120),
    tags: [`a${i % 10}`, `b${i % 7}`],
    identifiers: [{ type: 'isbn', value: `978${i}` }],
    rev: 1,
    updatedAt: new Date(1e12 + i),
  }),
)
const documents = raw.map(decode)
const objects = raw.map((bytes) => deserialize(bytes))
const filter = compileFilter(
  documentOf(['libraryId', 'lib5'], ['year', documentOf(['$gte', 1950])], ['tags', 'a5']),
)
const update = compileUpdate(
  documentOf(['$set', documentOf(['dirty', true])], ['$inc', documentOf(['rev', 1])]),
  {
    now: new Date(0),
  },
)
const group = compilePipeline(
  [documentOf(['$group', documentOf(['_id', '$kind'], ['n', documentOf(['$sum', 1])])])] satisfies Document[],
  { now: new Date(0) },
)

/** The best of several rounds, in microseconds a document: least disturbed by other work of the machine. */
async function measured(work: () => void | Promise<void>): Promise<number> {
  let best = Infinity
  for (let round = 0; round < 7; round++) {
    const begun = performance.now()
    await work()
    best = Math.min(best, performance.now() - begun)
  }
  return (best * 1000) / count
}

const base = await measured(() => raw.forEach((bytes) => void deserialize(bytes)))
const baseEncode = await measured(() => objects.forEach((object) => void serialize(object)))
const rows: [string, number, number][] = [
  ['decode / bson.deserialize', await measured(() => raw.forEach((bytes) => void decode(bytes))), base],
  [
    'encode / bson.serialize',
    await measured(() => documents.forEach((document) => void encode(document))),
    baseEncode,
  ],
  [
    'filter / bson.deserialize',
    await measured(() => documents.forEach((document) => void filter(document))),
    base,
  ],
  [
    'update / bson.deserialize',
    await measured(() => documents.forEach((document) => void update.apply(document))),
    base,
  ],
  [
    'group / bson.deserialize',
    await measured(async () => {
      for await (const _ of group.run(documents));
    }),
    base,
  ],
]
for (const [name, cost, against] of rows) {
  console.log(`${name.padEnd(28)} ${(cost / against).toFixed(2)} (${cost.toFixed(2)} us a document)`)
}
