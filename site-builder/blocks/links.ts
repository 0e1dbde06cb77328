/** Where links of a page lead. */
import { html, plainTargets } from '@shuxiang/site-render/markup'
import type { Html, Insert } from '@shuxiang/site-render/markup'
import type { RenderContext } from './contract.ts'
import { linkKinds } from './fields/declaration.ts'
import { linkKindOf } from './fields/schema.ts'

/** The address of a link target; null when it leads nowhere, as to a page that is gone. */
export function addressOf(target: string, { addresses }: RenderContext): string | null {
  const kind = linkKindOf(target, linkKinds)
  if (kind === undefined) return null
  if (kind !== 'page' && kind !== 'asset') return plainTargets(target)
  return addresses && Object.hasOwn(addresses, target) ? (addresses[target] ?? null) : null
}

/** A link, or its words alone when it leads nowhere. */
export function linked(target: string, words: Insert, context: RenderContext, kind = 'link'): Html {
  const address = addressOf(target, context)
  if (address === null) return html`<span>${words}</span>`
  return html`<a class="${kind}" href="${address}" ${address === context.path && html`aria-current="page"`}
    >${words}</a
  >`
}
