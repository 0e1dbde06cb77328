// A card and its activation code open an account, or join the one of a reader who is signed in.
import { html } from '../html.ts'
import { field, formOf, libraryField } from '../fields.ts'
import { backLink, type Content } from '../frame.ts'
import type { ActivatePage, LoginFrame } from '../page.ts'
import { say } from '../words/texts.ts'
import { chosenPassword } from './new-password.ts'

export function activate(page: ActivatePage, { locale }: LoginFrame): Content {
  const { form, library, card, activation, back } = page
  const opens = page.purpose === 'open'
  const title = say(locale, opens ? 'activate' : 'attach')
  return {
    title,
    hasForm: true,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, opens ? 'activateLede' : 'attachLede')}</p>
      ${formOf({
        locale,
        form,
        submit: opens ? 'activateDo' : 'attachDo',
        fields: [
          libraryField(locale, form, library, library.typed === ''),
          field({
            locale,
            form,
            name: 'card',
            label: 'card',
            hint: 'cardHint',
            // The name of an account only where this form makes one.
            autocomplete: opens ? 'username' : 'off',
            value: card,
            first: library.typed !== '',
          }),
          field({
            locale,
            form,
            name: 'activation',
            label: 'activation',
            hint: 'activationHint',
            autocomplete: 'one-time-code',
            value: activation,
          }),
          ...(opens ? chosenPassword(locale, form, false) : []),
        ],
        beside: back && backLink(locale, back, 'btn quiet'),
      })}`,
  }
}
