// A subgraph in which everything goes wrong, each field in its own way.
import { setTimeout as wait } from 'node:timers/promises'
import { badInput, type Subgraph } from '@shuxiang/subgraph-kit'
import { defineUncheckedSubgraph } from '@shuxiang/subgraph-kit/testing'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'

/** Fields: one that tells a secret, one that blames the reader, one that is slow, one that counts, and a book's. */
export function troubled(): Subgraph {
  let asked = 0
  const secret = (): never => {
    throw new Error('connect ECONNREFUSED mongodb://admin:hunter2@10.0.0.7/')
  }
  return defineUncheckedSubgraph({
    name: 'troubled',
    typeDefs: `${link}
      type Query { leak: String blame: String slow(ms: Int!): String counted: Int! echo(text: String): String }
      type Book @key(fields: "id") { id: ID! mishap: String }`,
    resolvers: {
      Query: {
        leak: secret,
        blame: () => {
          throw badInput('text: give at least one letter.')
        },
        slow: async (_: unknown, { ms }: { ms: number }) => {
          await wait(ms)
          return 'done'
        },
        counted: () => ++asked,
        echo: (_: unknown, { text }: { text: string | null }) => text,
      },
      Book: {
        __resolveReferences: async (refs: readonly { id: string }[]) =>
          refs.map(({ id }) => (id === 'i1' ? new Error('secret of i1') : { id })),
        mishap: ({ id }: { id: string }) => (id === 'i3' ? secret() : `fine ${id}`),
      },
    },
  })
}
