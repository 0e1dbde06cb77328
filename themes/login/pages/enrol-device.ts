// A device for one-time codes: scan, then prove it with a first code.
import { html, type Markup } from '../html.ts'
import { field, formOf } from '../fields.ts'
import { backLink, type Content } from '../frame.ts'
import type { EnrolDevicePage, LoginFrame } from '../page.ts'
import { say } from '../words/texts.ts'
import { accountName, currentPassword } from './new-password.ts'

export function enrolDevice(page: EnrolDevicePage, { locale }: LoginFrame): Content {
  const { form, username, own, back } = page
  const title = say(locale, 'enrolDevice')
  return {
    title,
    hasForm: true,
    main: html`<h1>${title}</h1>
      <p class="lede">${say(locale, 'enrolDeviceLede')}</p>
      <p class="who">${say(locale, 'account')} <b>${username}</b></p>
      <ol class="steps">
        <li>${say(locale, 'enrolStepApp')}</li>
        <li>
          ${say(locale, 'enrolStepScan')}
          <div class="scan">
            ${scanCode(page.picture, say(locale, 'enrolPicture'))}
            <div>
              <p class="hint" id="key-label">${say(locale, 'enrolKey')}</p>
              <p class="key" aria-labelledby="key-label">${grouped(page.secret)}</p>
              ${otpauthLink(page.otpauth, say(locale, 'enrolOpen'))}
            </div>
          </div>
        </li>
        <li>${say(locale, 'enrolStepCode')}</li>
      </ol>
      ${formOf({
        locale,
        form,
        submit: 'enrolDo',
        fields: [
          accountName(username),
          own ? currentPassword(locale, form, false) : null,
          page.replaces
            ? field({
                locale,
                form,
                name: 'previous',
                label: 'previous',
                autocomplete: 'one-time-code',
                kind: 'digits',
              })
            : null,
          field({
            locale,
            form,
            name: 'code',
            label: page.replaces ? 'newCode' : 'code',
            autocomplete: 'one-time-code',
            kind: 'digits',
            first: !own,
          }),
        ],
        beside: back && backLink(locale, back, 'btn quiet'),
      })}`,
  }
}

/** Fours, as one reads a key aloud; a space is no part of Base32. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The one address that is neither a path nor http: the scheme of authenticator apps. */
function otpauthLink(uri: string, text: string): Markup {
  if (!uri.startsWith('otpauth://totp/'))
    throw new TypeError('the address of an authenticator begins with otpauth://totp/')
  return html`<a class="link tap" href="${uri}">${text}</a>`
}

/** Always dark on white with its quiet zone, in every mode: cameras read no other. */
function scanCode(rows: EnrolDevicePage['picture'], name: string): Markup {
  const size = rows.length
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return html`<svg
    class="qr"
    role="img"
    aria-label="${name}"
    viewBox="-4 -4 ${size + 8} ${size + 8}"
    shape-rendering="crispEdges"
  >
    <rect x="-4" y="-4" width="${size + 8}" height="${size + 8}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`
}
