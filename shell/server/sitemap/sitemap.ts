/** The sitemap that the job worker keeps in a folder: an index and its files, compressed as they lie there. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { acceptedEncoding } from '../http/encoding.ts'
import { isKnown } from '../http/entity-tag.ts'
import { sendNotModified, sendPlain, type Exchange } from '../http/exchange.ts'
import { INERT_POLICY } from '../http/security-headers.ts'

/** Names that a sitemap's files have; `.gz` gives the file itself. */
const FILE = /^\/(sitemap(?:-[a-z]{1,20}-[1-9]\d{0,4})?\.xml)(\.gz)?$/
/** Half a minute is how often the worker looks whether it is still true. */
const FRESH_S = 300

export const NO_FILE = 'The sitemap has no such file; /sitemap.xml names them.'

const built = z.object({ origin: z.string() })

export interface SitemapPlace {
  readonly folder: string
  readonly origin: string
}

/** 503 before it was built for this origin, 404 for a file that it does not have. */
export async function serveSitemap(exchange: Exchange, { folder, origin }: SitemapPlace): Promise<void> {
  const { request, response, url } = exchange
  const [, name = '', suffix] = FILE.exec(url.pathname) ?? []
  if (name === '') return sendPlain(exchange, 404, NO_FILE)
  if ((await builtOrigin(folder)) !== origin)
    return sendPlain(exchange, 503, 'The sitemap is being made; try again in a minute.', {
      'retry-after': '60',
    })
  const path = join(folder, `${name}.gz`)
  const facts = await stat(path).catch(() => null)
  if (facts === null) return sendPlain(exchange, 404, NO_FILE)
  const asFile = suffix !== undefined
  const packed = asFile || acceptedEncoding(request.headers['accept-encoding'], ['gzip']) !== null
  const headers = {
    'content-type': asFile ? 'application/gzip' : 'application/xml; charset=utf-8',
    'content-security-policy': INERT_POLICY,
    'cache-control': `public, max-age=${FRESH_S}`,
    vary: 'Accept-Encoding',
    etag: `W/"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`,
    'last-modified': facts.mtime.toUTCString(),
  }
  if (isKnown(request.headers['if-none-match'], headers.etag)) return sendNotModified(exchange, headers)
  response.writeHead(200, {
    ...headers,
    ...(packed ? { 'content-length': String(facts.size) } : {}),
    ...(packed && !asFile ? { 'content-encoding': 'gzip' } : {}),
  })
  if (request.method === 'HEAD') return void response.end()
  const file = createReadStream(path)
  // The status has left: a file that cannot be read to its end ends the connection, and nobody takes half for whole.
  await (packed ? pipeline(file, response) : pipeline(file, createGunzip(), response)).catch(
    (error: unknown) => {
      if (!exchange.signal.aborted) exchange.log.warn({ err: error }, 'the sitemap cannot be read')
      response.destroy()
    },
  )
}

async function builtOrigin(folder: string): Promise<string | null> {
  try {
    return built.parse(JSON.parse(await readFile(join(folder, 'built.json'), 'utf8'))).origin
  } catch {
    return null
  }
}
