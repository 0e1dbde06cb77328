/** The page of the GraphQL interface: for browsers that open its address, and for the form on that page. */
import { GqlUnavailable } from '@shuxiang/sdk/contract'
import { apiPage, apiTitle } from '@shuxiang/site-render'
import type { Exchange } from '../http/exchange.ts'
import { ApiExample } from '../operations.generated.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import type { GatewayClient } from '@shuxiang/gateway-client'

export interface ApiPageParts extends PageParts {
  readonly client: GatewayClient
  /** Whether the gateway takes queries that are no installed document. */
  readonly freeQueries: boolean
}

/** True for a request that wants to be shown a page; programs ask for JSON or say nothing. */
export function wantsApiPage({ request }: Exchange): boolean {
  const { method, headers } = request
  const accept = headers.accept ?? ''
  return (method === 'GET' || method === 'HEAD') && accept.includes('text/html') && !/[/+]json/.test(accept)
}

/**
 * What it is, the example, and the answer to what the form sent. A query that another site put into the address is
 * shown but not run (`Sec-Fetch-Site`, which no page can set), as CSRF prevention has it for programs.
 */
export async function serveApiPage(parts: ApiPageParts, exchange: Exchange): Promise<void> {
  const { searchParams } = exchange.url
  const draft = await draftPage(parts, exchange)
  const given = parts.freeQueries ? searchParams.get('query')?.replaceAll('\r\n', '\n').trim() : undefined
  const documentId = parts.freeQueries ? null : ApiExample.id
  const asked = Boolean(given) || (documentId !== null && searchParams.get('documentId') === documentId)
  const ownPress = exchange.request.headers['sec-fetch-site'] === 'same-origin'
  const answer =
    asked && ownPress ? await answerTo(parts.client, { query: given, documentId }, exchange) : null
  if (answer instanceof GqlUnavailable) return sendErrorPage(parts, exchange, 503)
  const { locale } = draft.preferences
  await draft.finish({
    status: 200,
    head: { title: apiTitle(locale), robots: 'noindex' },
    main: apiPage({
      locale,
      address: `${parts.publicOrigin}/graphql`,
      example: JSON.stringify(documentId === null ? { query: inOneLine(ApiExample.text) } : { documentId }),
      query: given || ApiExample.text,
      documentId,
      answer,
      waits: asked && !ownPress,
    }),
  })
}

/** Our own text has no comment and no string with white space. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

async function answerTo(
  client: GatewayClient,
  { query, documentId }: { readonly query: string | undefined; readonly documentId: string | null },
  { requestId, signal }: Exchange,
): Promise<string | GqlUnavailable> {
  const call = { requestId, signal }
  const body = documentId === null ? { query } : { documentId }
  try {
    return JSON.stringify(await client.run(body, call), null, 2)
  } catch (error) {
    if (error instanceof GqlUnavailable) return error
    throw error
  }
}
