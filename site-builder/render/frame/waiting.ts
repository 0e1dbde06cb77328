/** What keeps the place of content that is not there yet, or did not come. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

/** Grey lines that appear after 300 ms only. */
export function skeleton({ locale }: { readonly locale: Locale }): Html {
  return html`<div class="wrap">
    <div class="skeleton" role="status">
      <span class="sr">${say(locale, 'loading')}</span><i></i><i></i><i></i><i></i><i></i><i></i>
    </div>
  </div>`
}

export interface UnavailableOptions {
  readonly locale: Locale
  /** Name of the part in the reader's words. */
  readonly name: string
  /** Where a second try leads; the same page. A script may take the press over by `data-retry`. */
  readonly path: string
}

/** A named box in the place of a part that failed. */
export function unavailableBox({ locale, name, path }: UnavailableOptions): Html {
  return html`<div class="wrap">
    <section class="unavailable" role="alert">
      <h2>${say(locale, 'unavailableTitle', { name })}</h2>
      <p>${say(locale, 'unavailable')}</p>
      <a class="btn" href="${path}" data-retry>${say(locale, 'retry')}</a>
    </section>
  </div>`
}
