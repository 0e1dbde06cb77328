/** The reader's place in the head of every page: the way to sign in, or who is signed in, which only a browser knows. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { accountIcon } from './icons.ts'
import { linkItems, type FrameLink } from './links.ts'
import { say, type Locale, type MessageKey } from './messages.ts'

/** A link that works by itself and comes back to the page. */
export function accountLink({ locale, path }: { readonly locale: Locale; readonly path: string }): Html {
  return html`<div class="account" data-account>
    <a class="btn quiet" href="/auth/sign-in?to=${encodeURIComponent(path)}" rel="nofollow"
      >${accountIcon}<span>${say(locale, 'signIn')}</span></a
    >
  </div>`
}

export interface AccountOptions {
  readonly locale: Locale
  /** Where the reader finds what is theirs. */
  readonly links: readonly FrameLink[]
  /** Where the provider keeps the account. */
  readonly account: string
}

/** What stands there for somebody who is signed in; the browser fills in name and card, and says the name after `data-said`. */
export function accountPanel({ locale, links, account }: AccountOptions): Html {
  return html`<details class="own" data-said="${say(locale, 'signedInAs')}">
    <summary class="btn quiet">
      ${accountIcon}<span class="sr">${say(locale, 'myAccount')}</span><span data-name></span>
    </summary>
    <div class="panel">
      <p class="who">
        <b data-name></b><span class="muted">${say(locale, 'accountName')} <span data-card></span></span>
      </p>
      <ul>
        ${linkItems(links)}
        <li><a href="${account}">${say(locale, 'accountPage')}</a></li>
      </ul>
      <button class="btn" type="button" data-sign-out>${say(locale, 'signOut')}</button>
    </div>
  </details>`
}

/** What a page may have to say of signing in, by the name that the runtime knows it by. */
const NOTICES = {
  away: ['identityAway', 'retry'],
  expired: ['identityExpired', 'signInAgain'],
  'signed-out': ['identitySignedOut', 'signInAgain'],
  'sign-out-away': ['identitySignOutAway', 'retry'],
} as const satisfies Record<string, readonly [MessageKey, MessageKey]>

/** Each sentence with its way on, by name: for a template of the page. */
export function identityNotices({
  locale,
}: {
  readonly locale: Locale
}): readonly (readonly [string, Html])[] {
  return Object.entries(NOTICES).map(([name, [sentence, way]]) => [
    name,
    html`<div class="notice warn" role="status">
      <div class="wrap">
        <span>${say(locale, sentence)}</span>
        <button class="btn" type="button">${say(locale, way)}</button>
      </div>
    </div>`,
  ])
}
