// A subgraph whose fields depend on who asks: always, never, or sometimes. Each answer says how often it was worked out.
import { anonymous } from '@shuxiang/permissions'
import { person } from '@shuxiang/permissions/fixture'
import type { createFront } from '@shuxiang/gateway'
import { signedIn, type Subgraph, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { subgraph } from '../federation/feature.ts'

const composed =
  'extend schema @link(url: "https://shuxiang.example/cache/v1.0", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl") directive @cacheControl(maxAge: Int, scope: CacheControlScope) on FIELD_DEFINITION | OBJECT enum CacheControlScope { PUBLIC PRIVATE }'

/** `Authorization: a` is the person a, and so on; without it nobody. */
export const byName: Parameters<typeof createFront>[0]['authenticate'] = async (header) =>
  header === undefined ? anonymous : person({ subject: header })

export function personal(): Subgraph {
  const made: Record<string, number> = {}
  const count = (name: string): number => (made[name] = (made[name] ?? 0) + 1)
  const name = ({ principal }: SubgraphContext): string =>
    principal.kind === 'person' ? principal.subject : 'nobody'
  return subgraph(
    'library',
    `${composed} type Query { open: String @cacheControl(maxAge: 60) who: String @cacheControl(maxAge: 60)
       slow: String @cacheControl(maxAge: 60) sometimes(card: Boolean): String @cacheControl(maxAge: 60)
       mine: String @authenticated @cacheControl(maxAge: 60) shelf: String @cacheControl(maxAge: 60, scope: PRIVATE) }`,
    {
      Query: {
        open: () => `open ${count('open')}`,
        who: (_: unknown, _args: unknown, context: SubgraphContext) => `${name(context)} ${count('who')}`,
        slow: async (_: unknown, _args: unknown, context: SubgraphContext) => {
          await new Promise((later) => setImmediate(later))
          return `${name(context)} ${count('slow')}`
        },
        sometimes: (_: unknown, { card }: { card?: boolean }, context: SubgraphContext) =>
          card ? name(context) : 'the same for all',
        mine: (_: unknown, _args: unknown, context: SubgraphContext) => signedIn(context).subject,
        shelf: (_: unknown, _args: unknown, context: SubgraphContext) => signedIn(context).subject,
      },
    },
  )
}
