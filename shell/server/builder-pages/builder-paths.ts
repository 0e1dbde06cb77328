/** Which addresses of the portal are builder pages: asked of the graph, and known while it is away. */
import { randomUUID } from 'node:crypto'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { BuilderPaths } from '../operations.generated.ts'

/** The paths as they were last known: the same list for as long as nothing has changed. Never waits. */
export type KnownPaths = () => readonly string[]

export interface BuilderPathsOptions {
  readonly client: GatewayClient
  /** Pages that the portal begins with: what is known before the first answer. */
  readonly seeds: Iterable<string>
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Milliseconds after which the next page has it asked again. */
const FRESH_MS = 10_000
const DEADLINE_MS = 1_500

export function openBuilderPaths({ client, seeds, now }: BuilderPathsOptions): KnownPaths {
  let known: readonly string[] = [...seeds]
  let askedAt = -Infinity

  async function look(): Promise<void> {
    const call = { requestId: randomUUID(), signal: AbortSignal.timeout(DEADLINE_MS) }
    const { data } = await ask(client, BuilderPaths, {}, call)
    // A portal without a home page is one whose store is being filled.
    if (data === null || !data.paths.includes('/')) return
    if (data.paths.join('\n') !== known.join('\n')) known = data.paths
  }

  return () => {
    if (now() - askedAt >= FRESH_MS) {
      askedAt = now()
      // Without an answer what was known stands; the page that is being made does not wait for it.
      look().catch(() => undefined)
    }
    return known
  }
}
