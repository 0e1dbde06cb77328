import { expect, test } from 'vitest'
import { violations } from './portable.ts'

test.each([
  ['find', { find: 'a', filter: { a: 1 }, startTransaction: true }, /transaction/],
  ['aggregate', { aggregate: 'a', pipeline: [{ $changeStream: {} }] }, /change streams/],
  ['create', { create: 'a', capped: true }, /capped/],
  ['bulkWrite', { bulkWrite: 1, ops: [] }, /command bulkWrite/],
  ['find', { find: 'a', filter: { $text: { $search: 'x' } } }, /searching belongs/],
  [
    'createIndexes',
    { createIndexes: 'a', indexes: [{ key: { t: 'text' }, name: 't' }] },
    /searching belongs/,
  ],
  ['find', { find: 'a', filter: { $where: 'true' } }, /runs code/],
  ['find', { find: 'a', filter: { a: 1 }, collation: { locale: 'en' } }, /collation/],
  ['find', { find: 'a', filter: { a: null } }, /null without/],
  ['find', { find: 'a', filter: { $or: [{ a: { b: 1 } }] } }, /whole document/],
  ['find', { find: 'a', filter: { a: 1 }, sort: { b: 1 } }, /unique tail/],
  ['find', { find: 'a', filter: { a: 1 }, skip: 5 }, /skip/],
  ['find', { find: 'a', filter: { a: /b/ } }, /not anchored/],
  ['find', { find: 'a', filter: { a: { $regex: '^b', $options: 'i' } } }, /ignores case/],
  ['find', { find: 'a', filter: { a: /^b/i } }, /ignores case/],
  ['update', { update: 'a', updates: [{ q: { a: { $ne: 1 } }, u: {} }] }, /only negative/],
  ['aggregate', { aggregate: 'a', pipeline: [{ $lookup: { from: 'b', pipeline: [], as: 'c' } }] }, /joins/],
  ['find', { find: 'a', filter: {}, readConcern: { level: 'snapshot' } }, /snapshot/],
  ['find', { find: 'a', filter: { a: 1, b: { $ne: 2 } }, sort: { b: 1, _id: 1 }, limit: 5 }, null],
  ['find', { find: 'record_parts', filter: { recordId: 'x' }, sort: { recordId: 1, n: 1 } }, null],
  ['find', { find: 'a', filter: { a: { $exists: false } } }, null],
  [
    'aggregate',
    { aggregate: 'a', pipeline: [{ $match: { a: /^b/ } }, { $group: { _id: 1, n: { $sum: 1 } } }] },
    null,
  ],
])('%s %j', (name, command, sentence) => {
  if (sentence === null) expect(violations(name, command)).toEqual([])
  else expect(violations(name, command).join()).toMatch(sentence)
})
