// Generated types of subgraphs: the committed files are what the SDL gives now, and what the generator refuses.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printTypes } from './codegen/print.ts'
import { generateTypes, staleTypes } from './codegen.ts'

describe('types of subgraphs', () => {
  // All of them at once, beside other suites.
  it(
    'are what their SDL gives now (else run node graphql-gateway/subgraph-kit/codegen.ts)',
    { timeout: 30_000 },
    async () => {
      expect(await staleTypes()).toEqual([])
    },
  )

  it('are made of a folder elsewhere too, as a province has it', async () => {
    const province = join(import.meta.dirname, '../conformance/province/maps')
    expect((await generateTypes([province])).map(({ path }) => path)).toEqual([
      join(province, 'schema/types.generated.ts'),
    ])
    expect(await staleTypes([province])).toEqual([])
    await expect(generateTypes([import.meta.dirname])).rejects.toThrow('subgraph-kit/schema')
  })

  it.each([
    ['a scalar nobody named', 'scalar Day type Query { today: Day }', [], 'Day'],
    ['a mapper of a type the SDL lacks', 'type Query { n: Int }', ['Book'], 'BookMapper'],
  ])('are refused with %s', async (_, sdl, mapped, message) => {
    await expect(printTypes(sdl, { mapped })).rejects.toThrow(message)
  })

  it('see of a type that is made later what its mapper says', async () => {
    const text = await printTypes('type Query { find(kind: Kind!): Kind }', { mapped: ['Kind'] })
    expect(text).toContain("import type { KindMapper } from './mappers.ts'")
    expect(text).toContain('Kind: { input: KindMapper; output: KindMapper; }')
  })

  it('are made where no field takes arguments', async () => {
    expect(await printTypes('type Query { n: Int }', { mapped: [] })).toContain('export type QueryResolvers')
  })

  it('take a type of the graph that is called Record, and arguments that may be null beside their default', async () => {
    const text = await printTypes('type Query { record(first: Int = 2): Record } type Record { id: ID! }', {
      mapped: [],
    })
    expect(text).toContain('export type Record = {')
    expect(text).not.toMatch(/\bRecord</)
    expect(text).toContain('[P in K]-?: Exclude<T[P], undefined>')
  })
})
