// Random cases: documents, and one operation on them, as both servers get it.
import fc from 'fast-check'
import { documentOf, Double, ObjectId, type Document, type Value } from '../bson/values.ts'
import type { PeerCase } from './case.ts'
import { expressionCases } from './expression-cases.ts'

const scalar: fc.Arbitrary<Value> = fc.constantFrom<Value>(
  null,
  null,
  null,
  true,
  false,
  0,
  1,
  2,
  5,
  -3,
  new Double(1.5),
  new Double(2),
  new Double(-0.5),
  2n ** 40n,
  5n,
  '',
  'a',
  'b',
  'ab',
  '书',
  '香',
  '𠀀',
  new Date(0),
  new Date(86_400_000),
  new ObjectId('65f000000000000000000001'),
)
const small = fc.constantFrom<Value>(0, 1, 2, 5, -3, 'a', 'b', 'ab', '书')
const inner: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.tuple(small, small).map(([x, y]): Value => documentOf(['x', x], ['y', y])) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.tuple(small, small).map(([x, y]): Value => documentOf(['x', x], ['y', y])),
      { maxLength: 3 },
    ),
  },
)
const documents = fc
  .array(
    fc.record({
      a: fc.option(inner, { nil: undefined }),
      b: fc.option(inner, { nil: undefined }),
      n: fc.option(fc.integer({ min: -5, max: 20 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map((fields, id): Document => {
      const document: Document = new Map([['_id', id]])
      for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value)
      return document
    }),
  )

const path = fc.constantFrom('a', 'b', 'n', 'a.x', 'b.y', 'a.0')
const top = fc.constantFrom('a', 'b', 'n')

const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
    .map(([name, value]): Value => documentOf([name, value])),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 }))
    .map(([name, values]): Value => documentOf([name, values])),
  fc.boolean().map((there): Value => documentOf(['$exists', there])),
  fc
    .constantFrom('string', 'array', 'object', 'null', 'int', 'number', 'date')
    .map((type): Value => documentOf(['$type', type])),
  fc.nat(3).map((size): Value => documentOf(['$size', size])),
  fc.array(small, { minLength: 1, maxLength: 2 }).map((all): Value => documentOf(['$all', all])),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(3)).map((pair): Value => documentOf(['$mod', [...pair]])),
  fc.constantFrom('^a', 'b$', '书').map((regex): Value => documentOf(['$regex', regex])),
  fc
    .tuple(fc.constantFrom('x', 'y'), small)
    .map(([field, value]): Value => documentOf(['$elemMatch', documentOf([field, value])])),
  fc
    .tuple(fc.constantFrom('$gt', '$lt'), small)
    .map(([name, value]): Value => documentOf(['$elemMatch', documentOf([name, value])])),
  fc
    .tuple(fc.constantFrom('$gt', '$lte'), small)
    .map(([name, value]): Value => documentOf(['$not', documentOf([name, value])])),
)
const simple = fc.tuple(path, condition).map(([field, value]): Document => documentOf([field, value]))
const filter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 5, arbitrary: simple },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(simple, { minLength: 1, maxLength: 3 }))
      .map(([name, list]): Document => documentOf([name, list])),
  },
  // What comes after a position in an order of two keys, as the next page of a list is asked for.
  {
    weight: 1,
    arbitrary: fc
      .tuple(top, fc.constantFrom('$gt', '$lt'), small, fc.nat(5))
      .map(([field, after, value, id]): Document =>
        documentOf([
          '$or',
          [
            documentOf([field, documentOf([after, value])]),
            documentOf([field, value], ['_id', documentOf([after, id])]),
          ],
        ]),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Document>(new Map()) },
)

const order = fc.oneof(
  fc.constant<Document | undefined>(undefined),
  fc.tuple(top, fc.constantFrom(1, -1)).map(([field, way]): Document => documentOf([field, way], ['_id', 1])),
)
const projection = fc.oneof(
  fc.constant<Document | undefined>(undefined),
  fc.constantFrom<Document>(
    documentOf(['a', 1]),
    documentOf(['a', 0]),
    documentOf(['_id', 0], ['b', 1]),
    documentOf(['a.x', 1]),
    documentOf(['b.y', 0]),
    documentOf(['a', documentOf(['$slice', 1])]),
    documentOf(['a', documentOf(['$slice', [1, 1]])]),
    documentOf(['a', documentOf(['$elemMatch', documentOf(['x', 1])])]),
  ),
)

const fieldsOf = (...fields: (readonly [string, Value | undefined])[]): (readonly [string, Value])[] =>
  fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))

const finding = fc
  .tuple(filter, order, projection, fc.nat(2), fc.nat(3))
  .map(([q, sort, shape, skip, limit]) => ({
    name: 'find',
    kind: 'find',
    fields: fieldsOf(['filter', q], ['sort', sort], ['projection', shape], ['skip', skip], ['limit', limit]),
  }))
const counting = filter.map((q) => ({ name: 'count', kind: 'count', fields: fieldsOf(['query', q]) }))
const distinct = fc
  .tuple(path, filter)
  .map(([key, q]) => ({ name: 'distinct', kind: 'distinct', fields: fieldsOf(['key', key], ['query', q]) }))

const change: fc.Arbitrary<readonly [string, Value]> = fc.oneof(
  fc.tuple(path, scalar).map(([p, v]) => ['$set', documentOf([p, v])] as const),
  path.map((p) => ['$unset', documentOf([p, ''])] as const),
  fc.tuple(top, fc.integer({ min: -3, max: 3 })).map(([p, v]) => ['$inc', documentOf([p, v])] as const),
  fc.tuple(top, fc.integer({ min: -3, max: 3 })).map(([p, v]) => ['$mul', documentOf([p, v])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$min', documentOf([p, v])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$max', documentOf([p, v])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$push', documentOf([p, v])] as const),
  fc
    .tuple(top, fc.array(small, { maxLength: 3 }), fc.constantFrom<Value | undefined>(undefined, 0, 1, -2))
    .map(
      ([p, list, slice]) =>
        [
          '$push',
          documentOf([
            p,
            documentOf(['$each', list], ...(slice === undefined ? [] : [['$slice', slice] as const])),
          ]),
        ] as const,
    ),
  fc.tuple(top, small).map(([p, v]) => ['$addToSet', documentOf([p, v])] as const),
  fc
    .tuple(top, fc.array(small, { maxLength: 3 }))
    .map(([p, list]) => ['$addToSet', documentOf([p, documentOf(['$each', list])])] as const),
  fc.tuple(top, fc.constantFrom(1, -1)).map(([p, v]) => ['$pop', documentOf([p, v])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$pull', documentOf([p, v])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$pull', documentOf([p, documentOf(['$gt', v])])] as const),
  fc
    .tuple(top, fc.array(small, { maxLength: 2 }))
    .map(([p, list]) => ['$pullAll', documentOf([p, list])] as const),
  top.map((p) => ['$rename', documentOf([p, 'renamed'])] as const),
  fc.tuple(top, small).map(([p, v]) => ['$setOnInsert', documentOf([p, v])] as const),
)
const changes = fc.oneof(
  { weight: 6, arbitrary: change.map(([name, spec]): Document => documentOf([name, spec])) },
  { weight: 1, arbitrary: fc.tuple(top, small).map(([p, v]): Document => documentOf([p, v])) },
)
const updating = fc.tuple(filter, changes, fc.boolean(), fc.boolean()).map(([q, u, multi, upsert]) => ({
  name: 'update',
  kind: `update ${[...u.keys()][0]?.startsWith('$') ? [...u.keys()][0] : 'replacement'}`,
  fields: fieldsOf(['updates', [documentOf(['q', q], ['u', u], ['multi', multi], ['upsert', upsert])]]),
}))
const filtered = fc.tuple(small, small).map(([from, to]) => ({
  name: 'update',
  kind: 'update array filters',
  fields: fieldsOf([
    'updates',
    [
      documentOf(
        ['q', documentOf(['a', documentOf(['$type', 'array'])])],
        ['u', documentOf(['$set', documentOf(['a.$[e]', to])])],
        ['multi', true],
        ['arrayFilters', [documentOf(['e', from])]],
      ),
    ],
  ]),
}))
const deleting = fc.tuple(filter, fc.constantFrom(0, 1)).map(([q, limit]) => ({
  name: 'delete',
  kind: 'delete',
  fields: fieldsOf(['deletes', [documentOf(['q', q], ['limit', limit])]]),
}))
const modifying = fc
  .tuple(filter, changes, fc.boolean(), fc.constantFrom(1, -1))
  .map(([query, u, after, way]) => ({
    name: 'findAndModify',
    kind: 'findAndModify',
    fields: fieldsOf(['query', query], ['sort', documentOf(['_id', way])], ['update', u], ['new', after]),
  }))

const operand = fc.oneof(fc.constantFrom<Value>('$n', '$a', '$b'), fc.constantFrom<Value>(1, 2, 5))
const expression: fc.Arbitrary<Value> = fc.oneof(
  operand,
  fc
    .tuple(
      fc.constantFrom(
        '$add',
        '$subtract',
        '$multiply',
        '$eq',
        '$gt',
        '$lt',
        '$cmp',
        '$and',
        '$or',
        '$ifNull',
      ),
      operand,
      operand,
    )
    .map(([name, x, y]): Value => documentOf([name, [x, y]])),
  fc
    .tuple(operand, operand)
    .map(([x, y]): Value => documentOf(['$cond', [documentOf(['$gt', [x, y]]), x, y]])),
  fc.constantFrom<Value>('$a', '$b').map((x): Value => documentOf(['$cmp', [x, '书']])),
  fc.constantFrom<Value>('$a', '$b').map((x): Value => documentOf(['$isArray', [x]])),
)
const stage: fc.Arbitrary<Document> = fc.oneof(
  filter.map((q): Document => documentOf(['$match', q])),
  expression.map((e): Document => documentOf(['$addFields', documentOf(['e', e])])),
  expression.map((e): Document => documentOf(['$project', documentOf(['n', 1], ['e', e])])),
  top.map((field): Document => documentOf(['$unset', field])),
  top.map((field): Document => documentOf(['$unwind', `$${field}`])),
  top.map((field): Document =>
    documentOf([
      '$unwind',
      documentOf(['path', `$${field}`], ['preserveNullAndEmptyArrays', true], ['includeArrayIndex', 'i']),
    ]),
  ),
  fc.nat(3).map((n): Document => documentOf(['$skip', n])),
  fc.integer({ min: 1, max: 4 }).map((n): Document => documentOf(['$limit', n])),
  fc.constant<Document>(documentOf(['$count', 'count'])),
  fc
    .tuple(fc.constantFrom('$sum', '$min', '$max', '$first', '$last', '$push', '$avg'), top)
    .map(([name, field]): Document =>
      documentOf([
        '$group',
        documentOf(['_id', `$${field}`], ['v', documentOf([name, '$n'])], ['c', documentOf(['$sum', 1])]),
      ]),
    ),
  fc
    .tuple(top, fc.constantFrom('_id', 'a', 'b', 'n'))
    .map(([local, foreign]): Document =>
      documentOf([
        '$lookup',
        documentOf(['from', 'cases'], ['localField', local], ['foreignField', foreign], ['as', 'joined']),
      ]),
    ),
  fc.constant<Document>(
    documentOf([
      '$bucket',
      documentOf(
        ['groupBy', '$n'],
        ['boundaries', [-5, 0, 5, 10]],
        ['default', 'other'],
        ['output', documentOf(['c', documentOf(['$sum', 1])])],
      ),
    ]),
  ),
  top.map((field): Document => documentOf(['$sortByCount', `$${field}`])),
  fc.constant<Document>(
    documentOf(['$replaceRoot', documentOf(['newRoot', documentOf(['root', '$$ROOT'])])]),
  ),
  filter.map((q): Document =>
    documentOf([
      '$facet',
      documentOf(['f', [documentOf(['$match', q])]], ['c', [documentOf(['$count', 'c'])]]),
    ]),
  ),
)
const aggregating = fc.array(stage, { minLength: 1, maxLength: 3 }).map((stages) => ({
  name: 'aggregate',
  kind: `aggregate ${[...(stages[0]?.keys() ?? [])].join()}`,
  fields: fieldsOf(
    ['pipeline', [documentOf(['$sort', documentOf(['_id', 1])]), ...stages]],
    ['cursor', documentOf(['batchSize', 1000])],
  ),
}))

const operations: fc.Arbitrary<PeerCase> = fc
  .tuple(
    documents,
    fc.oneof(
      finding,
      counting,
      distinct,
      updating,
      updating,
      filtered,
      deleting,
      modifying,
      aggregating,
      aggregating,
    ),
  )
  .map(([list, operation]) => ({ documents: list, ...operation }))

/** One case. */
export const cases: fc.Arbitrary<PeerCase> = fc.oneof(
  { weight: 2, arbitrary: operations },
  { weight: 1, arbitrary: expressionCases },
)
