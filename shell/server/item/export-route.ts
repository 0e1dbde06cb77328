/** `/item/<id>.bib`, `.ris`, `.jsonld`, `.xml`: a record in an exchange format, or with `?part=N` one chapter of it. */
import { GqlUnavailable, isLasting } from '@shuxiang/sdk/contract'
import { ask, type GatewayClient } from '../gateway/client.ts'
import { sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'
import { RecordExport } from '../operations.generated.ts'
import type { ExportFormat } from './export-format.ts'

const DEADLINE_MS = 5_000

/**
 * Answers 404 for an unknown record, 410 for a withdrawn one, 503 when something does not answer now, and 500 when
 * this record cannot be exported however often one asks.
 */
export async function serveExport(
  client: GatewayClient,
  exchange: Exchange,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<void> {
  const { requestId } = exchange
  const part = partOf(exchange.url)
  if (part === 'none') return sendPlain(exchange, 404, 'The number of a part is 1 or more.')
  const signal = AbortSignal.any([exchange.signal, AbortSignal.timeout(DEADLINE_MS)])
  const result = await ask(
    client,
    RecordExport,
    { id, format: format.name, part },
    { requestId, signal },
  ).catch((error: unknown) => {
    if (exchange.signal.aborted) return null
    const reason = error instanceof GqlUnavailable ? error.message : String(error)
    exchange.log.warn({ reason }, 'export not answered')
    return null
  })
  if (result === null) {
    return sendPlain(exchange, 503, 'The catalogue cannot be reached; try again in a moment.', {
      'retry-after': '2',
    })
  }
  const record = result.data?.record
  if (record?.withdrawn)
    return sendPlain(exchange, 410, `This record was withdrawn on ${record.withdrawn.at}.`)
  if (!record) {
    // A part of the answer that failed is not a record that does not exist.
    const failures = result.errors.filter(
      ({ path, code }) => path[0] === 'record' && code !== 'BAD_USER_INPUT',
    )
    if (failures.some(isLasting)) {
      return sendPlain(
        exchange,
        500,
        `The record cannot be exported in this format: a fault of the portal, which its log names under ${requestId}. The page of the record and the other formats are not touched by it.`,
      )
    }
    if (failures.length > 0) {
      return sendPlain(exchange, 503, 'The record cannot be exported now; try again in a moment.', {
        'retry-after': '2',
      })
    }
    return sendPlain(
      exchange,
      404,
      part === null
        ? 'There is no record of this identifier.'
        : 'There is no record of this identifier, or it has no such part.',
    )
  }
  const name = `${record.id.replace(/[^\w.-]/g, '_').slice(0, 100)}${part === null ? '' : `-${part}`}`
  sendText(
    exchange,
    200,
    {
      'content-type': `${format.type}; charset=utf-8`,
      'content-security-policy': INERT_POLICY,
      'cache-control': 'public, max-age=60',
      vary: 'Accept, Accept-Encoding',
      ...(format.download
        ? { 'content-disposition': `attachment; filename="${name}.${format.suffix}"` }
        : {}),
    },
    record.export,
  )
}

/** The chapter that the address names; `none` for what cannot be one. */
function partOf(url: URL): number | null | 'none' {
  const given = url.searchParams.get('part')
  if (given === null || given === '') return null
  return /^[1-9][0-9]{0,4}$/.test(given) ? Number(given) : 'none'
}
