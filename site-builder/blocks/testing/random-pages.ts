/** Random pages over the registry, and random answers to what their blocks ask, by declaration and by shape. */
import type { Json, PageDoc } from '@shuxiang/site-model'
import fc from 'fast-check'
import type { Shape } from '../answers/operation.ts'
import type { Answer, RenderContext } from '../contract.ts'
import type { Field, Fields } from '../fields/declaration.ts'
import { sortOrders } from '../fields/declaration.ts'
import * as operations from '../operations.generated.ts'
import type { OpenPage } from '../page.ts'
import { blockTypes } from '../registry.ts'
import { pageOf } from './fixture.ts'
import type { NestedBlock } from './fixture.ts'
import { context } from './pages.ts'
import { payloads } from './payloads.ts'

const word = fc.oneof(
  fc.constantFrom('书', '春江潮水连海平', 'Library', '', '<', '"', "'", '&', ...payloads),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const words = (longest: number): fc.Arbitrary<string> =>
  fc.array(word, { maxLength: 4 }).map((parts) => parts.join('').slice(0, longest))
const localized = (longest: number, line = false): fc.Arbitrary<Json> =>
  fc.dictionary(
    fc.constantFrom('zh-CN', 'en', 'bo', 'ug-Arab'),
    words(longest).map((text) => (line ? text.replace(/[\r\n]/g, '') : text)),
    { minKeys: 1, maxKeys: 3 },
  )
const id = words(40).map((text) => `r${text}`)
const target = fc.oneof(
  fc.constantFrom(
    'page:about',
    'record:a b',
    'asset:x1',
    '/libraries',
    'https://example.org/x',
    'mailto:a@b.cn',
  ),
  fc.constantFrom(...payloads),
)
const runs: fc.Arbitrary<Json> = fc.array(
  fc.record({
    text: words(60),
    marks: fc.array(
      fc.oneof(
        fc.constant({ type: 'strong' }),
        fc.constant({ type: 'emphasis' }),
        target.map((to) => ({ type: 'link', to })),
        fc.constant({ type: 'language', tag: 'en' }),
      ),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 3 },
)
const node: fc.Arbitrary<Json> = fc.oneof(
  runs.map((runs) => ({ type: 'paragraph', runs })),
  fc.record({ type: fc.constant('heading'), level: fc.constantFrom(2, 3), runs }),
  runs.map((runs) => ({ type: 'quote', runs })),
  fc.record({ type: fc.constant('list'), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 3 }) }),
)

function valueOf(field: Field): fc.Arbitrary<Json> | null {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.localized ? localized(field.longest, field.kind === 'text') : words(field.longest)
    case 'richText':
      return fc.dictionary(fc.constantFrom('zh-CN', 'en'), fc.array(node, { maxLength: 4 }), { minKeys: 1 })
    case 'switch':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: field.least, max: field.most })
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options))
    case 'date':
      return fc.constantFrom('2026-11-22', '2026-11-22T08:00:00+08:00')
    case 'link':
      return target
    case 'record':
      return id
    case 'resources':
      return fc.oneof(
        fc.record({
          from: fc.constant('query'),
          query: words(100),
          filter: fc.array(
            fc.record({
              name: fc.constantFrom('kind', 'period'),
              anyOf: fc.array(id, { minLength: 1, maxLength: 2 }),
            }),
            { maxLength: 2 },
          ),
          sort: fc.constantFrom(...sortOrders),
          first: fc.integer({ min: 1, max: field.most }),
        }),
        fc
          .uniqueArray(id, { minLength: 1, maxLength: 4 })
          .map((ids) => ({ from: 'picked', items: ids.map((one) => ({ id: one })) })),
      )
    case 'asset':
      return fc.record({ id: fc.constant('x1') })
    case 'list':
      return fc.array(valuesOf(field.of), { minLength: field.least ?? 0, maxLength: Math.min(field.most, 4) })
    case 'entity':
    case 'slot':
      return null
  }
}

function valuesOf(fields: Fields): fc.Arbitrary<{ [name: string]: Json }> {
  const values: Record<string, fc.Arbitrary<Json>> = {}
  const required: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const value = valueOf(field)
    if (!value) continue
    values[name] = value
    if (!('optional' in field && field.optional)) required.push(name)
  }
  return fc.record(values, { requiredKeys: required })
}

function answerOf(shape: Shape): fc.Arbitrary<unknown> {
  if (shape === 'text') return words(80)
  if (shape === 'name') return fc.constantFrom('book', 'poem', 'COUNTY')
  if (shape === 'whole') return fc.nat()
  if (shape === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  if (shape === 'truth') return fc.boolean()
  if ('maybe' in shape) return fc.oneof(fc.constant(null), answerOf(shape.maybe))
  if ('list' in shape) return fc.array(answerOf(shape.list), { maxLength: 4 })
  return fc.record(
    Object.fromEntries(Object.entries(shape.fields).map(([name, one]) => [name, answerOf(one)])),
  )
}

const blocks: fc.Arbitrary<NestedBlock> = fc.letrec<{ block: NestedBlock }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    ...blockTypes.map((type): fc.Arbitrary<NestedBlock> => {
      const fields = valuesOf(type.fields)
      const slots = fc.record(
        Object.fromEntries(
          Object.keys(type.slots).map((name) => [name, fc.array(tie('block'), { maxLength: 3 })]),
        ),
      )
      return fc.record({ type: fc.constant(type.type), fields, slots })
    }),
  ),
})).block

const answers: fc.Arbitrary<Readonly<Record<string, Answer>>> = fc.record(
  Object.fromEntries(
    Object.entries(operations).map(([name, { answer }]) => [name, fc.option(answerOf(answer), { freq: 5 })]),
  ),
)

/** A page as it might be stored, its context, and the answer to each operation by name. */
export interface RandomPage {
  readonly doc: PageDoc
  readonly at: RenderContext
  readonly given: Readonly<Record<string, Answer>>
}

/** Pages of one to three blocks with what stands in them; some are deeper than a page may be. */
export const randomPages: fc.Arbitrary<RandomPage> = fc
  .tuple(
    fc.array(blocks, { minLength: 1, maxLength: 3 }),
    answers,
    fc.constantFrom('zh-CN' as const, 'en' as const),
  )
  .map(([standing, given, locale]) => ({
    doc: pageOf(standing),
    at: { ...context, locale, addresses: { 'page:about': '/about', 'asset:x1': '/assets/x1.pdf' } },
    given,
  }))

/** The answers under the keys of an opened page. */
export const answersOf = (page: OpenPage, given: RandomPage['given']) =>
  new Map(page.queries.map(({ key, operation }) => [key, given[operation]]))
