/** The foot of every page. */
import { portalName } from '@shuxiang/vocabulary'
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { filingsHtml, type Filings } from './filings.ts'
import { linkItems, type FrameLink } from './links.ts'
import type { Brand } from './brand.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

export interface FooterOptions {
  readonly locale: Locale
  /** The library whose page it is; without one, the portal's. */
  readonly brand?: Brand
  /** Full address of the page, for paper: a printed page must say where it is from. */
  readonly address: string
  /** Where one may go from every page; none, and no list stands there. */
  readonly links?: readonly FrameLink[]
  /** Numbers under which the site is registered. */
  readonly filings?: Filings
  /** Address of the portal that a library's site belongs to; on the portal itself there is none. */
  readonly portal?: string
}

export function footer({ locale, brand, address, links = [], filings, portal }: FooterOptions): Html {
  return html`<footer class="foot">
    <div class="wrap">
      ${
        links.length > 0 &&
        html`<nav class="foot-nav" aria-label="${say(locale, 'footer')}">
          <ul>
            ${linkItems(links)}
          </ul>
        </nav>`
      }
      <p class="about">
        ${
          brand
            ? say(locale, 'aboutSite', { site: brand.name, portal: portalName[locale] })
            : say(locale, 'about', { portal: portalName[locale] })
        }
      </p>
      ${portal !== undefined && html`<p><a href="${portal}">${portalName[locale]}</a></p>`}
      ${filingsHtml(filings)}
      <p class="printed">${say(locale, 'address')}<span id="printed-address">${address}</span></p>
    </div>
  </footer>`
}
