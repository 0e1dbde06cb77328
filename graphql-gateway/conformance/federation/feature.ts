// The shape of a feature of federation: some subgraphs, and what a gateway must answer over them.
import type { Subgraph } from '@shuxiang/subgraph-kit'
import { defineUncheckedSubgraph, type UncheckedResolvers } from '@shuxiang/subgraph-kit/testing'

/** One question and its answer. */
export interface FeatureCase {
  readonly title: string
  readonly query: string
  readonly variables?: Record<string, unknown>
  readonly data: unknown
  /** Paths of the errors, when there are any. */
  readonly errors?: readonly string[]
}

/** A feature; subgraphs are made anew for every run, for some of them count. */
export interface Feature {
  readonly name: string
  readonly subgraphs: () => readonly Subgraph[]
  readonly cases: readonly FeatureCase[]
  /** Puts right what the composer gets wrong, so that the gateway itself is judged. */
  readonly corrected?: (supergraph: string) => string
}

const imports = [
  'authenticated composeDirective extends external inaccessible interfaceObject key override policy provides requires requiresScopes shareable tag',
]
  .join(' ')
  .split(' ')
  .map((name) => `"@${name}"`)
  .join(', ')

/** A federation 2 subgraph with every directive imported. */
export function subgraph(name: string, typeDefs: string, resolvers: UncheckedResolvers = {}): Subgraph {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${imports}])`
  return defineUncheckedSubgraph({ name, typeDefs: `${link}\n${typeDefs}`, resolvers })
}

/** Reference resolver over a list: finds the item of which every key field given equals. */
export function byKey<T extends object>(items: readonly T[]) {
  return async (references: readonly object[]): Promise<(T | null)[]> =>
    references.map(
      (reference) =>
        items.find((item) =>
          Object.entries(reference).every(
            ([field, value]) =>
              field === '__typename' || !(field in item) || same(Reflect.get(item, field), value),
          ),
        ) ?? null,
    )
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
