/** The slot after the blocks of a builder page. */
import type { PlacedSlot, SlotName } from '@shuxiang/sdk/contract'
import { escape } from '@shuxiang/site-render'
import type { DeclaredPage } from '../pages/page-needs.ts'

const slotOf = (path: string): SlotName => (path === '/' ? 'home.body.v1' : 'page.body.v1')

/** What may stand on the builder page at a path; its blocks need nothing of the content policy. */
export function declaredBuilderPage(path: string): DeclaredPage {
  return { policy: {}, slots: [slotOf(path)] }
}

export function builderSlot(path: string): PlacedSlot {
  return { name: slotOf(path), context: { path } }
}

/** The slot's element. The runtime reads name and context from it, as there is no component that would tell them. */
export function slotElement({ name, context }: PlacedSlot, content = ''): string {
  return `<div data-portal-slot="${name}" data-context="${escape(JSON.stringify(context))}">${content}</div>`
}
