/** What stands in `main` when there is no content: what happened, what is kept, one thing to press. */
import { LONGEST_BOX, searchAddress } from '@shuxiang/vocabulary'
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { say } from './messages.ts'
import type { Locale, MessageKey } from './messages.ts'

export type ErrorStatus = 404 | 410 | 421 | 451 | 500 | 503

export interface ErrorPageOptions {
  readonly status: ErrorStatus
  readonly locale: Locale
  /** Path and query that were asked for; a second try leads there. */
  readonly path?: string
  /** Request id, so that a reader can name the fault to the library. */
  readonly reference?: string
  /** For 451: why, as a sentence in the language of the page. */
  readonly why?: string
  /** For 410: why and when (ISO 8601 date) the resource was withdrawn, and its title. */
  readonly withdrawal?: { readonly title?: string; readonly reason: string; readonly at: string }
}

const words: Readonly<Record<ErrorStatus, { readonly title: MessageKey; readonly text: MessageKey }>> = {
  404: { title: 'notFoundTitle', text: 'notFound' },
  410: { title: 'goneTitle', text: 'gone' },
  421: { title: 'foreignHostTitle', text: 'foreignHost' },
  451: { title: 'takenDownTitle', text: 'takenDown' },
  500: { title: 'failedTitle', text: 'failed' },
  503: { title: 'awayTitle', text: 'away' },
}

/** Title of an error page, for `<title>`. */
export function errorTitle(status: ErrorStatus, locale: Locale): string {
  return say(locale, words[status].title)
}

function searchForm(locale: Locale): Html {
  return html`<form class="ask small" role="search" method="get" action="${searchAddress()}">
    <label class="sr" for="error-q">${say(locale, 'searchLabel')}</label
    ><input
      id="error-q"
      type="search"
      name="q"
      maxlength="${LONGEST_BOX}"
      autocomplete="off"
      placeholder="${say(locale, 'searchPlaceholder')}"
    /><button>${say(locale, 'search')}</button>
  </form>`
}

/** Content of `main`. The search form and links only where this site can answer them. */
export function errorPage({ status, locale, path, reference, withdrawal, why }: ErrorPageOptions): Html {
  const { title, text } = words[status]
  const missing = status === 404 || status === 410
  const broken = status === 500 || status === 503
  return html`<div class="wrap">
    <section class="state" data-status="${status}">
      <h1 tabindex="-1">${say(locale, title)}</h1>
      ${withdrawal?.title !== undefined && html`<p><strong lang="zh">${withdrawal.title}</strong></p>`}
      <p>${say(locale, text)}</p>
      ${why !== undefined && html`<p>${say(locale, 'goneReason', { reason: why })}</p>`}
      ${
        withdrawal &&
        html`<p>${say(locale, 'goneReason', { reason: withdrawal.reason })}</p>
          <p>${say(locale, 'goneAt', { at: withdrawal.at })}</p>`
      }
      ${missing && html`<div class="acts">${searchForm(locale)}</div>`}
      ${missing && html`<div class="acts"><a class="btn" href="/">${say(locale, 'home')}</a></div>`}
      ${broken && html`<div class="acts"><a class="btn primary" href="${path ?? '/'}">${say(locale, 'retry')}</a></div>`}
      ${reference !== undefined && html`<p class="ref">${say(locale, 'reference', { id: reference })}</p>`}
    </section>
  </div>`
}
