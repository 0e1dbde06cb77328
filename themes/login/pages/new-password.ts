// A new password: because the library asks for one, or by the reader's own wish.
import { html } from '../html.ts'
import { field, formOf } from '../fields.ts'
import { backLink, type Content } from '../frame.ts'
import type { LoginFrame, NewPasswordPage } from '../page.ts'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { Markup } from '../html.ts'
import type { PageForm } from '../page.ts'
import { say } from '../words/texts.ts'

export function newPassword(page: NewPasswordPage, { locale }: LoginFrame): Content {
  const { form, username, own, back } = page
  const title = say(locale, own ? 'changePassword' : 'newPassword')
  return {
    title,
    hasForm: true,
    main: html`<h1>${title}</h1>
      ${!own && html`<p class="lede">${say(locale, 'newPasswordLede')}</p>`}
      <p class="who">${say(locale, 'account')} <b>${username}</b></p>
      ${formOf({
        locale,
        form,
        submit: 'save',
        fields: [
          accountName(username),
          own ? currentPassword(locale, form, true) : null,
          ...chosenPassword(locale, form, !own),
        ],
        beside: back && backLink(locale, back, 'btn quiet'),
      })}`,
  }
}

/** Unseen: password managers store a new password under this name. */
export function accountName(username: string): Markup {
  return html`<input
    class="sr"
    type="text"
    value="${username}"
    autocomplete="username"
    tabindex="-1"
    aria-hidden="true"
    readonly
  />`
}

export function currentPassword(locale: InterfaceLanguage, form: PageForm, first: boolean): Markup {
  return field({
    locale,
    form,
    name: 'current',
    label: 'current',
    autocomplete: 'current-password',
    kind: 'password',
    first,
  })
}

export function chosenPassword(locale: InterfaceLanguage, form: PageForm, first: boolean): readonly Markup[] {
  const secret = { locale, form, autocomplete: 'new-password', kind: 'password' } as const
  return [
    field({ ...secret, name: 'chosen', label: 'chosen', hint: 'chosenHint', first }),
    field({ ...secret, name: 'repeat', label: 'repeat' }),
  ]
}
