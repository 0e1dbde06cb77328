/**
 * `/_canvas/<theme>`: the empty document in which the editor of a site draws a page as readers will see it. It has no script
 * and may have none, whatever is drawn into it; only pages of this origin may frame it.
 */
import { escape } from '@shuxiang/site-render'
import { sendPlain, type Exchange } from '../http/exchange.ts'
import { sendFramed } from '../http/framed-document.ts'
import { CANVAS_POLICY } from '../http/security-headers.ts'
import type { LivePlan } from '../releases/live-plan.ts'

/** Where these documents are. */
export const canvasAt = '/_canvas/'

export async function serveCanvas({ live }: { readonly live: LivePlan }, exchange: Exchange): Promise<void> {
  const name = exchange.url.pathname.slice(canvasAt.length)
  const { themes } = await live.plan()
  const [portals] = themes.values()
  // A theme that this installation does not have, any more or yet, is shown as readers see it: in the portal's.
  const sheet = /^[a-z][a-z0-9-]{0,39}$/.test(name) ? (themes.get(name) ?? portals) : undefined
  if (!sheet) return sendPlain(exchange, 404, 'There is no such theme.')
  sendFramed(exchange, {
    policy: CANVAS_POLICY,
    cache: 'private, no-cache',
    language: 'zh-CN',
    title: '·',
    head: `<link rel="stylesheet" href="${escape(sheet.href)}" integrity="${escape(sheet.integrity)}">`,
    body: '',
  })
}
