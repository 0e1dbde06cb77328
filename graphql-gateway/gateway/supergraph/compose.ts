// Subgraph SDLs -> one supergraph SDL.
import { createHash } from 'node:crypto'
import { parse } from 'graphql'

/** What composition knows of a subgraph. */
export interface SubgraphSdl {
  readonly name: string
  readonly sdl: string
}

/** SDLs that do not fit together. The message has one line per problem, each naming types and subgraphs. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError'
}

/** Composes. The composer is loaded only now: a gateway that starts from a kept supergraph never pays for it. */
export async function compose(subgraphs: readonly SubgraphSdl[]): Promise<string> {
  const { composeServices } = await import('@theguild/federation-composition')
  const result = composeServices(subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: '' })))
  if (result.supergraphSdl !== undefined) return result.supergraphSdl
  throw new CompositionError(
    ['The subgraphs do not compose:', ...result.errors.map((error) => `- ${error.message}`)].join('\n'),
  )
}

/** Identity of what is composed: same hash, same supergraph. Order of the subgraphs does not matter. */
export function compositionHash(subgraphs: readonly SubgraphSdl[]): string {
  const hash = createHash('sha256')
  for (const { name, sdl } of [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(JSON.stringify([name, sdl]))
  return hash.digest('hex')
}
