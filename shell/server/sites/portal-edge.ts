/** What the nation puts over the portal: asked of the graph now and then, and kept while it is away. */
import { randomUUID } from 'node:crypto'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import type { EdgeLayer } from '@shuxiang/site-publish'
import { PortalEdge } from '../operations.generated.ts'

/** As it was last known. Never waits. */
export type KnownEdge = () => EdgeLayer

export interface PortalEdgeOptions {
  readonly client: GatewayClient
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Milliseconds after which the next page has it asked again. */
const FRESH_MS = 2_000
const DEADLINE_MS = 1_500
const NOTHING: EdgeLayer = { emergencies: [], grey: false }

export function openPortalEdge({ client, now }: PortalEdgeOptions): KnownEdge {
  let known = NOTHING
  let askedAt = -Infinity

  async function look(): Promise<void> {
    const call = { requestId: randomUUID(), signal: AbortSignal.timeout(DEADLINE_MS) }
    const { data } = await ask(client, PortalEdge, {}, call)
    if (data === null) return
    const { emergencies, grey } = data.edge
    known = {
      emergencies: emergencies.map((texts) =>
        Object.fromEntries(texts.map(({ language, text }) => [language, text])),
      ),
      grey,
    }
  }

  return () => {
    if (now() - askedAt >= FRESH_MS) {
      askedAt = now()
      look().catch(() => undefined)
    }
    return known
  }
}
