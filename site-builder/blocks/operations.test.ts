/** Every operation that blocks name exists, fits the graph, and answers in the shape that the blocks check. */
import { globSync, readFileSync } from 'node:fs'
import { buildASTSchema, Kind, parse, print, validate } from 'graphql'
import type { DefinitionNode, DocumentNode, ObjectTypeDefinitionNode } from 'graphql'
import { expect, test } from 'vitest'
import { queriesOf } from './page.ts'
import { portalPages } from './portal.ts'

const subgraph = (name: string): DocumentNode =>
  parse(
    readFileSync(
      new URL(`../../graphql-gateway/subgraphs/${name}/schema/${name}.graphql`, import.meta.url),
      'utf8',
    ),
  )

/** Both subgraphs as one schema: shared types once, fields of both. Good enough to check names and types. */
function merged(documents: readonly DocumentNode[]): DocumentNode {
  const kept = new Map<string, DefinitionNode>()
  for (const definition of documents.flatMap((document) => document.definitions)) {
    if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.DIRECTIVE_DEFINITION) continue
    if (!('name' in definition) || definition.name === undefined) continue
    const before = kept.get(definition.name.value)
    kept.set(
      definition.name.value,
      isObject(definition) && before && isObject(before) ? both(before, definition) : definition,
    )
  }
  return { kind: Kind.DOCUMENT, definitions: [...kept.values()] }
}

const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION

function both(one: ObjectTypeDefinitionNode, other: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const fields = [...(one.fields ?? []), ...(other.fields ?? [])]
  return { ...one, fields: [...new Map(fields.map((field) => [field.name.value, field])).values()] }
}

const schema = buildASTSchema(merged([subgraph('catalogue'), subgraph('sites')]), { assumeValidSDL: true })
const documents = globSync('*/*.graphql', { cwd: import.meta.dirname }).map((file) =>
  parse(readFileSync(new URL(file, import.meta.url), 'utf8')),
)

test('the documents fit the graph', () => {
  for (const document of documents)
    expect(
      validate(schema, document).map((error) => `${error.message} in ${print(document).slice(0, 60)}`),
    ).toEqual([])
})

test('every query of the portal pages names an operation with its variables', () => {
  const operations = documents
    .flatMap((document) => document.definitions)
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const names = operations.map((one) => one.name?.value)
  expect(new Set(names).size).toBe(names.length)
  for (const seed of portalPages.values())
    for (const parameters of [{}, { region: '33' }]) {
      const context = {
        locale: 'zh-CN',
        today: '2026-11-22',
        now: '2026-11-22T00:00:00Z',
        parameters,
      } as const
      for (const { operation, variables } of queriesOf(seed(), context)) {
        const found = operations.find((one) => one.name?.value === operation)
        const given = Object.keys(variables)
        const wanted = (found?.variableDefinitions ?? []).map((one) => one.variable.name.value)
        expect(given.sort(), operation).toEqual(wanted.sort())
      }
    }
})
