// Pages that end something: signing out, what was done, what went wrong.
import { html } from '../html.ts'
import { formId, hiddenFields } from '../fields.ts'
import { address } from '../html.ts'
import { backLink, type Content } from '../frame.ts'
import type { DonePage, ErrorPage, LoginFrame, SignedOutPage, SignOutPage } from '../page.ts'
import { troubles } from '../words/problems.ts'
import { say, type Text } from '../words/texts.ts'

export function signOut({ form, back }: SignOutPage, { locale }: LoginFrame): Content {
  const title = say(locale, 'signOutPage')
  return {
    title,
    // The language is a link here: this form answers to the provider, which knows of none.
    hasForm: false,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, 'signOutLede')}</p>
      <form id="${formId}" class="login" method="post" action="${address(form.action)}">
        ${hiddenFields(form)}
        <p class="acts">
          <button class="btn primary" name="logout" value="yes">${say(locale, 'signOut')}</button>
          <a class="btn quiet" href="${address(back.href)}">${say(locale, 'signOutStay')}</a>
        </p>
      </form>`,
  }
}

export function signedOut({ back }: SignedOutPage, { locale }: LoginFrame): Content {
  const title = say(locale, 'signedOut')
  return {
    title,
    hasForm: false,
    opening: true,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, 'signedOutLede')}</p>
      <p class="acts">${backLink(locale, back, 'btn primary')}</p>`,
  }
}

const doneTexts = {
  activated: { title: 'doneActivated', text: 'doneActivatedText', next: 'toSignIn' },
  attached: { title: 'doneAttached', text: 'doneAttachedText', next: 'next' },
  password: { title: 'donePassword', text: 'donePasswordText', next: 'next' },
  device: { title: 'doneDevice', text: 'doneDeviceText', next: 'next' },
} as const satisfies Record<DonePage['done'], Record<'title' | 'text' | 'next', Text>>

export function done(page: DonePage, { locale }: LoginFrame): Content {
  const words = doneTexts[page.done]
  const title = say(locale, words.title)
  return {
    title,
    hasForm: false,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, words.text, { username: page.username })}</p>
      <p class="acts">
        <a class="btn primary" href="${address(page.next.href)}">${say(locale, words.next)}</a>
      </p>`,
  }
}

export function error(page: ErrorPage, { locale }: LoginFrame): Content {
  const { title, text } = troubles[page.trouble]
  return {
    title: title[locale],
    hasForm: false,
    main: html`<h1>${title[locale]}</h1>
      <p class="lede">${text[locale]}</p>
      <p class="acts">
        ${
          page.remedy === undefined
            ? backLink(locale, page.back, 'btn primary')
            : html`<a class="btn primary" href="${address(page.remedy.href)}"
                  >${say(locale, page.remedy.does)}</a
                >${backLink(locale, page.back, 'btn quiet')}`
        }
      </p>
      <p class="hint number">${say(locale, 'requestId')} <code>${page.requestId}</code></p>`,
  }
}
