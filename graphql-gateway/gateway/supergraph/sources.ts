// The SDL of subgraphs, in the form that composition and `defineSubgraph` share.
import type { Installed, SubgraphModule } from '@shuxiang/subgraph-kit/module'
import { parse, print } from 'graphql'
import type { SubgraphSdl } from './compose.ts'

/** Name and printed SDL; loads no resolver. */
export function sdlOf(
  { name, typeDefs }: Pick<SubgraphModule, 'name' | 'typeDefs'>,
  installed: Installed,
): SubgraphSdl {
  return { name, sdl: print(parse(typeDefs(installed))) }
}
