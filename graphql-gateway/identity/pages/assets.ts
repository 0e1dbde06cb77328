// The sheet, the script and the names of libraries, under addresses that change with their content.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { loginFiles } from '@shuxiang/themes/login/files'
import type { LibraryIndex } from './libraries.ts'

interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly packed: Buffer
}

export interface Assets {
  readonly styles: string
  readonly script: string
  /** False: there is no such address. */
  handle(
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
    query: URLSearchParams,
  ): Promise<boolean>
}

const asset = (type: string, text: string): Asset => {
  const plain = Buffer.from(text)
  return { type, plain, packed: gzipSync(plain) }
}
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)

export function createAssets(folder: string, index: () => Promise<LibraryIndex>): Assets {
  const { css, js } = loginFiles()
  const names = { css: `login-${hashOf(css)}.css`, js: `login-${hashOf(js)}.js` }
  const files = new Map([
    [names.css, asset('text/css; charset=utf-8', css)],
    [names.js, asset('text/javascript; charset=utf-8', js)],
  ])
  let list: { readonly hash: string; readonly asset: Asset } | null = null
  const libraries = async (): Promise<{ readonly hash: string; readonly asset: Asset }> => {
    const { json } = await index()
    if (list?.hash !== json.hash) list = { hash: json.hash, asset: asset('application/json', json.text) }
    return list
  }
  return {
    styles: `${folder}${names.css}`,
    script: `${folder}${names.js}`,
    async handle(request, response, name, query) {
      const named = name === 'libraries.json' ? await libraries() : null
      const found = named?.asset ?? files.get(name)
      if (!found) return false
      // An address with the hash of other content is answered, but not kept.
      const lasting = named === null || query.get('v') === named.hash
      const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      response.writeHead(200, {
        'content-type': found.type,
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
        vary: 'Accept-Encoding',
        'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      })
      response.end(request.method === 'HEAD' ? undefined : packed ? found.packed : found.plain)
      return true
    },
  }
}
