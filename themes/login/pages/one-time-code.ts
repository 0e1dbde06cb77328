// The second step: a code from the reader's own device.
import { html } from '../html.ts'
import { field, formOf } from '../fields.ts'
import { backLink, type Content } from '../frame.ts'
import type { LoginFrame, OneTimeCodePage } from '../page.ts'
import { say } from '../words/texts.ts'

export function oneTimeCode({ form, username, back }: OneTimeCodePage, { locale }: LoginFrame): Content {
  const title = say(locale, 'oneTimeCode')
  return {
    title,
    hasForm: true,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, 'oneTimeCodeLede')}</p>
      <p class="who">${say(locale, 'account')} <b>${username}</b></p>
      ${formOf({
        locale,
        form,
        submit: 'confirm',
        fields: [
          field({
            locale,
            form,
            name: 'code',
            label: 'code',
            autocomplete: 'one-time-code',
            kind: 'digits',
            first: true,
          }),
        ],
        beside: back && backLink(locale, back, 'btn quiet'),
      })}`,
  }
}
