/** `/random`: leads to some record of those that may be found here, of one kind with `?kind=poem`. Another one each time. */
import { randomInt } from 'node:crypto'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { sendRedirect, type Exchange } from '../http/exchange.ts'
import { RecordAt } from '../operations.generated.ts'
import { sendErrorPage, type PageParts } from '../pages/page-writer.ts'

export interface RandomParts extends PageParts {
  readonly client: GatewayClient
}

/** As far as the graph counts pages without a cursor: the best known of a larger collection. */
const furthest = 10_000
const deadline = 5_000
const kindName = /^[a-z][a-z-]{0,39}$/

export async function serveRandom(parts: RandomParts, exchange: Exchange): Promise<void> {
  const { url, requestId, signal } = exchange
  const kind = url.searchParams.get('kind') ?? ''
  if (kind !== '' && !kindName.test(kind)) return sendErrorPage(parts, exchange, 404)
  const filter = kind === '' ? [] : [{ name: 'kind', anyOf: [kind] }]
  const call = {
    requestId,
    signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
    tenant: parts.site?.code ?? null,
  }
  const at = async (offset: number) =>
    (await ask(parts.client, RecordAt, { filter, offset }, call)).data?.search ?? null
  try {
    const first = await at(0)
    if (!first) return await sendErrorPage(parts, exchange, 503)
    const wanted = randomInt(Math.max(1, Math.min(first.totalCount, furthest)))
    // Some may have gone between both questions.
    const [edge] = [...((await at(wanted))?.edges ?? []), ...first.edges]
    if (!edge) return await sendErrorPage(parts, exchange, 404)
    sendRedirect(exchange, 303, edge.url)
  } catch (error) {
    if (signal.aborted) throw error
    await sendErrorPage(parts, exchange, 503)
  }
}
