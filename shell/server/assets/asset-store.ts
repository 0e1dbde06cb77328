/** Serves built files: only those that a build listed, never what a path happens to name. */
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { acceptedEncoding } from '../http/encoding.ts'
import type { Exchange } from '../http/exchange.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/** Read a file with its compressed twins. */
export async function readAsset(folder: string, file: string): Promise<Asset> {
  const path = join(folder, file)
  const twin = (suffix: string): Promise<Buffer | null> => readFile(`${path}${suffix}`).catch(() => null)
  const [plain, br, gzip] = await Promise.all([readFile(path), twin('.br'), twin('.gz')])
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', plain, br, gzip }
}

/** Send an asset whose address changes with its content: kept by browsers for a year. */
export function sendAsset(exchange: Exchange, asset: Asset): void {
  const encoding = acceptedEncoding(exchange.request.headers['accept-encoding'])
  const packed = encoding === null ? null : asset[encoding === 'br' ? 'br' : 'gzip']
  const body = packed ?? asset.plain
  exchange.response.writeHead(200, {
    'content-type': asset.type,
    'content-length': String(body.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    'content-security-policy': "default-src 'none'; sandbox",
    vary: 'Accept-Encoding',
    ...(packed === null ? {} : { 'content-encoding': String(encoding) }),
  })
  exchange.response.end(exchange.request.method === 'HEAD' ? undefined : body)
}
