/** The place of a block for what a microfrontend offers: written by the block, filled by whoever sends the page. */
import { Html } from './html.ts'

export interface OfferPlace {
  /** `<microfrontend>/<name>` */
  readonly offer: string
  /** True: a heading stands above it already. */
  readonly named: boolean
  /** Level of its own first heading, 2 to 6. */
  readonly level: number
}

const name = '[a-z][a-z0-9-]{0,40}'
const whole = new RegExp(`^${name}/${name}$`)

/** Whether a text names an offer, of an installed microfrontend or not. */
export const isOfferName = (text: string): boolean => whole.test(text)

/** An empty element; nothing where the text names no offer. */
export function offerPlace({ offer, named, level }: OfferPlace): Html {
  return Html.trusted(
    isOfferName(offer) ? `<div data-offer="${offer}" data-named="${named}" data-level="${level}"></div>` : '',
  )
}

/** Text of a page cannot hold an element, so only what `offerPlace` wrote is found. */
const places = new RegExp(
  `<div data-offer="(${name}/${name})" data-named="(true|false)" data-level="([1-6])"></div>`,
  'g',
)

/** The content of a page with each of these places filled. */
export function withOffers(content: string, fill: (place: OfferPlace) => string): string {
  return content.replace(places, (_place, offer: string, named: string, level: string) =>
    fill({ offer, named: named === 'true', level: Number(level) }),
  )
}

/** Names of the offers for which a page has places, each once. */
export function offersIn(content: string): readonly string[] {
  return [...new Set([...content.matchAll(places)].map(([, offer = '']) => offer))]
}
