/** The picture beside a shared link: seal and name of the portal, the same in every language. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { INERT_POLICY } from './security-headers.ts'
import type { Exchange } from './exchange.ts'

const picture = readFileSync(join(import.meta.dirname, 'share-image.png'))

/** Other sites show it, so it may be loaded from there. */
export function serveShareImage({ request, response }: Exchange): void {
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': String(picture.length),
    'cache-control': 'public, max-age=86400',
    'content-security-policy': INERT_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
  })
  response.end(request.method === 'HEAD' ? undefined : picture)
}
