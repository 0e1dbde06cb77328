/** Pictures of the library in markup: in several widths, with their words, and what must stay in view where they are cut. */
import { textFor } from '@shuxiang/site-model'
import type { Localized } from '@shuxiang/site-model'
import { html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import type { RenderContext } from './contract.ts'
import type { AssetReference } from './fields/declaration.ts'
import { fileAddress } from './files.ts'
import type { SitePicturesData } from './operations.generated.ts'
import { byLanguage } from './said.ts'

export type SitePicture = NonNullable<SitePicturesData['siteAssets'][number]>

/** A picture that was asked for and is there, with what the page says of it. */
export interface Pictured {
  readonly picture: SitePicture
  /** Where the page needs other words than those that are kept with the picture. */
  readonly alt?: Localized | undefined
}

/** The answer's picture for a field; null for none, and for one that was deleted or is no picture. */
export function pictured(
  reference: AssetReference | undefined,
  found: SitePicturesData | null | undefined,
): Pictured | null {
  const picture = found?.siteAssets.find((one) => one?.id === reference?.id)
  return picture?.kind === 'PICTURE' ? { picture, alt: reference?.alt } : null
}

/** Words for those who do not see it; empty for decoration, null where nobody has written any: such a page is not published. */
export function altOf({ picture, alt }: Pictured, { locale }: RenderContext): string | null {
  const own = alt && textFor(alt, locale)
  if (own) return own.text
  if (picture.decorative) return ''
  if (!picture.described) return null
  return textFor(byLanguage(picture.alt), locale)?.text ?? null
}

/** Steps from one edge to the other; a class stands for each, as a page has no styles of its own. */
const steps = 4
const stepOf = (part: number): number => Math.round(Math.min(Math.max(part, 0), 1) * steps)

/**
 * `sizes`: how wide it stands, as the attribute of that name says it. `first`: it opens the page, and is fetched at once. Null
 * when none of its files can be shown.
 */
export function pictureHtml(
  given: Pictured,
  sizes: string,
  context: RenderContext,
  first = false,
): Html | null {
  const { width, height, variants, focal } = given.picture
  const known = variants.filter(({ url }) => fileAddress(url) !== null)
  const fallback = known.findLast(({ type }) => type !== 'image/webp') ?? known.at(-1)
  if (!fallback || width < 1 || height < 1) return null
  const modern = known.filter(({ type }) => type === 'image/webp')
  const alt = altOf(given, context)
  return html`<picture>
    ${
      modern.length > 0 &&
      html`<source
        type="image/webp"
        srcset="${modern.map((one) => `${one.url} ${one.width}w`).join(', ')}"
        sizes="${sizes}"
      />`
    }<img
      class="x${stepOf(focal.x)} y${stepOf(focal.y)}"
      src="${fallback.url}"
      width="${width}"
      height="${height}"
      loading="${first ? 'eager' : 'lazy'}"
      decoding="async"
      ${alt !== null && html`alt="${alt}"`}
    />
  </picture>`
}

/** The widest file of a picture. */
export function largestOf({ variants }: SitePicture): string | null {
  const known = variants.filter(({ url }) => fileAddress(url) !== null)
  return known.toSorted((one, other) => other.width - one.width)[0]?.url ?? null
}

const licences: Readonly<Record<string, string>> = {
  CC0: 'CC0',
  CC_BY: 'CC BY',
  CC_BY_SA: 'CC BY-SA',
  CC_BY_NC: 'CC BY-NC',
  CC_BY_ND: 'CC BY-ND',
}

/** Who made it and how it may be used; null when nobody is to be named. */
export function creditHtml({ credit, licence }: SitePicture): Html | null {
  const parts = [credit, Object.hasOwn(licences, licence) ? licences[licence] : undefined].filter(Boolean)
  return parts.length === 0 ? null : html`<small>${parts.join(' · ')}</small>`
}

/** One picture of a block that is about something else, with who made it; null when it cannot be shown. */
export function stillHtml(
  given: Pictured | null,
  sizes: string,
  context: RenderContext,
  first = false,
): Html | null {
  const drawn = given && pictureHtml(given, sizes, context, first)
  if (!given || !drawn) return null
  const credit = creditHtml(given.picture)
  return html`<figure class="still">${drawn}${credit && html`<figcaption>${credit}</figcaption>`}</figure>`
}
