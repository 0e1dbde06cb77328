/**
 * `/_frame/<microfrontend>/<name>`: a document that a microfrontend declares for its own pages to frame, with one module and a
 * policy of its own. What cannot run under the policy of pages runs there, and reaches nothing but what frames it.
 */
import { escape } from '@shuxiang/site-render'
import { sendPlain, sendText, type Exchange } from '../http/exchange.ts'
import { FRAME_POLICY } from '../http/security-headers.ts'
import { UnhashedFile } from '../releases/addresses.ts'
import type { LivePlan } from '../releases/live-plan.ts'

/** Where these documents are. */
export const framesAt = '/_frame/'

export async function serveFrame({ live }: { readonly live: LivePlan }, exchange: Exchange): Promise<void> {
  const [of, name] = exchange.url.pathname.slice(framesAt.length).split('/')
  const { releases } = await live.plan()
  const found = releases.find(({ release }) => release.name === of)
  const frame = found?.release.frames.find((one) => one.name === name)
  if (!found || !frame) return sendPlain(exchange, 404, 'There is no such frame.')
  const src = `${found.base}/${frame.entry}`
  const facts = found.release.browser.files[frame.entry]
  if (!facts) throw new UnhashedFile(src)
  sendText(
    exchange,
    200,
    {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': FRAME_POLICY,
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-cache',
    },
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>·</title><script type="module" src="${escape(src)}" integrity="${escape(facts.integrity)}"></script></head><body></body></html>`,
  )
}
