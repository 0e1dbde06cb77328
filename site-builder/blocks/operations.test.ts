/** Every operation that blocks name exists, fits the graph, and answers in the shape that the blocks check. */
import { globSync, readFileSync } from 'node:fs'
import { buildSchema, Kind, parse, print, validate } from 'graphql'
import { expect, test } from 'vitest'
import { queriesOf } from './page.ts'
import { portalPages } from './portal.ts'

const api = new URL('../../graphql-gateway/gateway/api.generated.graphql', import.meta.url)
const schema = buildSchema(readFileSync(api, 'utf8'))
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
