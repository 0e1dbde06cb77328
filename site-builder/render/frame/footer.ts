/** The foot of every page. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

export interface FooterOptions {
  readonly locale: Locale
  /** Full address of the page, for paper: a printed page must say where it is from. */
  readonly address: string
}

export function footer({ locale, address }: FooterOptions): Html {
  return html`<footer class="foot">
    <div class="wrap">
      <p class="about">${say(locale, 'about')}</p>
      <p class="printed">${say(locale, 'address')}<span id="printed-address">${address}</span></p>
    </div>
  </footer>`
}
