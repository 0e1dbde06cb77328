/** One sentence about the whole page, above the content. */
import { html, nothing } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { count } from '../markup/count.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

export interface NoticeOptions {
  readonly locale: Locale
  /** Import under way, as in the answer of `/health/ready`. */
  readonly importing?: { readonly done: number; readonly total: number } | null
  /** True when the reader's device is offline; only a browser knows. */
  readonly offline?: boolean
}

/** A bar for each notice in force; nothing when there is none. */
export function noticeBar({ locale, importing, offline }: NoticeOptions): Html {
  return html`${importing ? importingBar(locale, importing) : nothing}${offline === true && html`<div class="notice warn" role="status"><div class="wrap">${say(locale, 'offline')}</div></div>`}`
}

function importingBar(
  locale: Locale,
  { done, total }: { readonly done: number; readonly total: number },
): Html {
  const counted = Number.isFinite(total) && total > 0 && Number.isFinite(done) && done >= 0
  if (!counted)
    return html`<aside class="notice" data-notice="importing" aria-label="${say(locale, 'importingLabel')}">
      <div class="wrap">${say(locale, 'importingUncounted')}</div>
    </aside>`
  const at = Math.min(done, total)
  const sentence = say(locale, 'importing', { done: count(locale, at), total: count(locale, total) })
  return html`<aside class="notice" data-notice="importing" aria-label="${say(locale, 'importingLabel')}">
    <div class="wrap">
      <span>${sentence}</span><progress max="${total}" value="${at}" aria-hidden="true"></progress>
    </div>
  </aside>`
}

/** What concerns everybody now, such as a flood: above the content of every page of every site. */
export function emergencyBar({ sentence }: { readonly sentence: string }): Html {
  return html`<div class="notice warn" role="alert"><div class="wrap">${sentence}</div></div>`
}

/** What a library has to say at once, above the content of every page of its site. */
export function urgentBar({ locale, title, language, address }: UrgentOptions): Html {
  const words = html`<span ${language !== locale && html`lang="${language}"`}>${title}</span>`
  return html`<aside class="notice warn" aria-label="${say(locale, 'urgent')}">
    <div class="wrap">
      <strong>${say(locale, 'urgent')}</strong>
      ${address === null ? words : html`<a class="link" href="${address}">${words}</a>`}
    </div>
  </aside>`
}

export interface UrgentOptions {
  readonly locale: Locale
  readonly title: string
  /** BCP 47, of the title. */
  readonly language: string
  /** Null: no more is told anywhere. */
  readonly address: string | null
}
