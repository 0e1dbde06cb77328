/** The slots of a builder page: in blocks that stand for what a microfrontend offers, and after all blocks. */
import type { PlacedSlot, SlotName } from '@shuxiang/sdk/contract'
import { escape } from '@shuxiang/site-render'
import { withOffers } from '@shuxiang/site-render/markup'
import type { DeclaredPage } from '../pages/page-needs.ts'

/** Where librarians put what microfrontends offer. */
const OFFER = 'page.offer.v1' satisfies SlotName

const slotOf = (path: string): SlotName => (path === '/' ? 'home.body.v1' : 'page.body.v1')

/**
 * What may stand on the builder page at a path. Its blocks need nothing of the content policy; what is offered may, and
 * which of it stands there is known only once the page is read.
 */
export function declaredBuilderPage(path: string): DeclaredPage {
  return { policy: {}, slots: [OFFER, slotOf(path)] }
}

/** The content of a page with its slots in it. */
export interface SlottedContent {
  /** In their order on the page. */
  readonly placed: readonly PlacedSlot[]
  /** What stands in each of them; what is not given is left to the browser. */
  filled(html?: readonly string[]): string
}

/** `main` as the blocks drew it. The place of what is not offered here stays empty, and an empty one is not seen. */
export function slottedContent(
  main: string,
  path: string,
  isOffered: (offer: string) => boolean,
): SlottedContent {
  const placed: PlacedSlot[] = []
  withOffers(main, (place) => {
    if (isOffered(place.offer)) placed.push({ name: OFFER, context: { path, ...place } })
    return ''
  })
  const last: PlacedSlot = { name: slotOf(path), context: { path } }
  return {
    placed: [...placed, last],
    filled(html = []) {
      const slots = placed.map((slot, n) => slotElement(slot, html[n])).values()
      const content = withOffers(main, ({ offer }) => (isOffered(offer) ? (slots.next().value ?? '') : ''))
      return `${content}${slotElement(last, html[placed.length])}`
    },
  }
}

/** The slot's element. The runtime reads name and context from it, as there is no component that would tell them. */
function slotElement({ name, context }: PlacedSlot, content = ''): string {
  return `<div data-portal-slot="${name}" data-context="${escape(JSON.stringify(context))}">${content}</div>`
}
