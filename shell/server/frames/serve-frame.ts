/**
 * `/_frame/<microfrontend>/<name>`: a document that a microfrontend declares for its own pages to frame, with one module and a
 * policy of its own. What cannot run under the policy of pages runs there, and reaches nothing but what frames it.
 */
import { escape } from '@shuxiang/site-render'
import { sendPlain, type Exchange } from '../http/exchange.ts'
import { sendFramed } from '../http/framed-document.ts'
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
  sendFramed(exchange, {
    policy: FRAME_POLICY,
    cache: 'private, no-cache',
    language: 'zh-CN',
    title: '·',
    head: `<script type="module" src="${escape(src)}" integrity="${escape(facts.integrity)}"></script>`,
    body: '',
  })
}
