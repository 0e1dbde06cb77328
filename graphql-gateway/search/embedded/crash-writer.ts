/** A process that indexes without end, for the test that kills it: arguments are the folder and the round. */

import { docOf } from '../contract-suite/works.ts'
import { openEmbeddedEngine } from './engine.ts'

const [dir = '', round = ''] = process.argv.slice(2)
const engine = await openEmbeddedEngine({ dir })
for (let batch = 0; ; batch++) {
  const docs = Array.from({ length: 20 }, (_, n) =>
    docOf(`${round}-${batch}-${n}`, {
      title: [`登高望远 ${batch}`],
      body: '風急天高猿嘯哀，渚清沙白鳥飛迴。',
      facets: { round: [{ value: round, label: round }] },
    }),
  )
  await engine.index(docs)
  process.send?.(docs.length)
}
