/** The foot of every page. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

export interface FooterOptions {
  readonly locale: Locale
}

export function footer({ locale }: FooterOptions): Html {
  return html`<footer class="foot">
    <div class="wrap"><p class="about">${say(locale, 'about')}</p></div>
  </footer>`
}
