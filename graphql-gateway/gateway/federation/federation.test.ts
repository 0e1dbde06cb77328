// The pure parts of the executor.
import { getOperationAST, parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { responseKey, sourceKey, withSourceKeys } from './aliases.ts'
import { merge } from './merge.ts'
import { pathsTo, walk } from './path.ts'
import { compilePlan } from './plan.ts'
import { compileRewrites, renamedKeys, rewriteAll } from './rewrite.ts'
import { conditionVariables, settle, withoutEmptySets } from './settle.ts'
import { splitIntrospection } from './introspection.ts'

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim()
const exactly = (typename: string, condition: string): boolean => typename === condition

describe('merge', () => {
  it('joins objects and lists place by place, and lets no null win', () => {
    const target = { a: { x: 1 }, list: [{ id: 1 }, null, { id: 3 }], kept: 1 }
    merge(target, { a: { y: 2 }, list: [{ n: 1 }, { n: 2 }, null], kept: null, added: null })
    expect(target).toEqual({
      a: { x: 1, y: 2 },
      list: [{ id: 1, n: 1 }, { n: 2 }, { id: 3 }],
      kept: 1,
      added: null,
    })
  })

  it('never touches a prototype', () => {
    merge({}, JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'))
    expect('polluted' in {}).toBe(false)
  })
})

describe('settle', () => {
  const settled = (text: string, variables = {}): string => {
    const document = parse(text)
    const operation = getOperationAST(document)
    return operation ? flat(print(settle(operation, document, variables))) : ''
  }

  it('decides conditions by value and by variable', () => {
    const text =
      'query($y: Boolean!) { a @include(if: $y) b @skip(if: $y) c @skip(if: false) ... @include(if: false) { d } }'
    expect(settled(text, { y: true })).toBe('query ($y: Boolean!) { a c }')
    expect(settled(text, { y: false })).toBe('query ($y: Boolean!) { b c }')
  })

  it('merges what has the same response key', () => {
    expect(settled('{ a { b } a { c } ... { a { b } } ... on T { d } ... on T { e } }')).toBe(
      '{ a { b c } ... on T { d e } }',
    )
  })

  it('follows fragments and leaves out those that are not reached', () => {
    expect(settled('{ ...f } fragment f on T { a @skip(if: true) b } fragment g on T { c }')).toBe(
      '{ ...f } fragment f on T { b }',
    )
  })

  it('gives the planner no empty set', () => {
    const document = parse('{ a { b @skip(if: true) } }')
    const operation = getOperationAST(document)
    expect(operation && flat(print(withoutEmptySets(settle(operation, document, {}))))).toBe(
      '{ a { __typename } }',
    )
  })

  it('finds the variables that decide', () => {
    expect(
      conditionVariables(
        parse('query($a: Boolean!, $b: Int) { x(n: $b) @skip(if: $a) { y @include(if: $a) } }'),
      ),
    ).toEqual(['a'])
  })
})

describe('aliases', () => {
  const names = new Set(['id', 'title'])
  it('that would hide a field are set aside, and known again', () => {
    expect(sourceKey('id', 'id', names)).toBe('id')
    expect(sourceKey('t', 'title', names)).toBe('t')
    const source = sourceKey('id', 'title', names)
    expect(source).not.toBe('id')
    expect(responseKey(source)).toBe('id')
    expect(responseKey(sourceKey(source, 'title', names))).toBe(source)
    expect(responseKey(3)).toBe(3)
    expect(flat(print(withSourceKeys(parse('{ id: title t: title }'), names)))).toBe(
      '{ id__for__title: title t: title }',
    )
  })
})

describe('paths', () => {
  const data = { books: [{ __typename: 'Book', by: { n: 1 } }, null, { __typename: 'Map', by: { n: 2 } }] }
  it('lead to objects through lists and types', () => {
    const seen: unknown[] = []
    const path = [
      { kind: 'field', key: 'books' },
      { kind: 'items' },
      { kind: 'type', names: ['Map'] },
      { kind: 'field', key: 'by' },
    ] as const
    walk(data, path, exactly, (object) => seen.push(object))
    expect(seen).toEqual([{ n: 2 }])
  })

  it('are found again for errors', () => {
    const target = data.books[2]?.by
    expect(pathsTo(data, new Set([target])).get(target)).toEqual(['books', 2, 'by'])
  })
})

describe('rewrites', () => {
  it('set type names and rename keys, where the type fits', () => {
    const rewrites = compileRewrites([
      { ValueSetter: { path: [{ TypenameEquals: ['Book'] }, { Key: '__typename' }], setValueTo: 'Media' } },
      { KeyRenamer: { path: [{ Key: 'a' }, { Key: 'b' }], renameKeyTo: 'c' } },
    ])
    const values = [
      { __typename: 'Book', a: { b: 1 } },
      { __typename: 'Map', a: [{ b: 2 }] },
    ]
    rewriteAll(values, rewrites, exactly)
    expect(values).toEqual([
      { __typename: 'Media', a: { c: 1 } },
      { __typename: 'Map', a: [{ c: 2 }] },
    ])
    expect([...renamedKeys(rewrites)]).toEqual([['b', 'c']])
  })
})

describe('compilePlan', () => {
  it('pushes a path through what stands between it and the fetch', () => {
    const fetch = { kind: 'Fetch', serviceName: 's', operation: '{ a b: c }' } as const
    const step = compilePlan({
      kind: 'Flatten',
      path: [{ Field: 'x' }, '@'],
      node: { kind: 'Condition', condition: 'v', ifClause: fetch },
    })
    expect(step).toMatchObject({
      kind: 'condition',
      yes: {
        kind: 'entities',
        batches: [{ alias: '_entities', paths: [[{ kind: 'field', key: 'x' }, { kind: 'items' }]] }],
      },
      no: null,
    })
    expect(compilePlan(fetch)).toMatchObject({ kind: 'root', keys: ['a', 'b'] })
  })

  it('names what it cannot run', () => {
    expect(() => compilePlan({ kind: 'Defer', primary: {}, deferred: [] })).toThrow('Defer')
  })
})

describe('splitIntrospection', () => {
  it('keeps the schema from the planner, also inside fragments', () => {
    const document = parse('{ a ...f } fragment f on Query { __schema { description } b }')
    const operation = getOperationAST(document)
    const split = operation ? splitIntrospection(operation, document) : null
    expect(flat(print(split?.rest ?? document))).toMatch(/^\{ a b \}/)
    expect(flat(print(split?.introspection ?? document))).toMatch(/^\{ __schema/)
  })
})
