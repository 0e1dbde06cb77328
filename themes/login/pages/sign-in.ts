// Signing in with a library, a card number and a password.
import { address, html } from '../html.ts'
import { field, formOf, libraryField } from '../fields.ts'
import type { Content } from '../frame.ts'
import type { LoginFrame, SignInPage } from '../page.ts'
import { say } from '../words/texts.ts'

export function signIn(page: SignInPage, { locale }: LoginFrame): Content {
  const { form, library, card, again, site, staff } = page
  const title = say(locale, staff ? 'signInConsole' : 'signIn')
  const lede = again
    ? say(locale, 'signInAgain')
    : site === null
      ? say(locale, staff ? 'signInStaff' : 'signInLede')
      : say(locale, 'signInSite', { name: site })
  const empty = library.typed === '' ? 'library' : card === '' ? 'card' : 'password'
  return {
    title,
    hasForm: true,
    opening: true,
    main: html`<h1>${title}</h1>
      <p class="lede">${lede}</p>
      ${formOf({
        locale,
        form,
        submit: 'signInDo',
        fields: [
          libraryField(locale, form, library, empty === 'library', staff ? 'staffLibrary' : 'library'),
          field({
            locale,
            form,
            name: 'card',
            label: staff ? 'staffCard' : 'card',
            hint: staff ? 'staffCardHint' : 'cardHint',
            autocomplete: 'username',
            value: card,
            first: empty === 'card',
          }),
          field({
            locale,
            form,
            name: 'password',
            label: 'password',
            autocomplete: 'current-password',
            kind: 'password',
            first: empty === 'password',
          }),
          html`<div class="check">
            <input
              id="remember"
              name="remember"
              type="checkbox"
              value="on"
              aria-describedby="remember-hint"
              ${page.remember && html` checked`}
            />
            <label for="remember">${say(locale, 'remember')}</label>
            <p class="hint" id="remember-hint">${say(locale, 'rememberHint')}</p>
          </div>`,
        ],
      })}
      <section class="beside-form">
        <h2>${say(locale, 'first')}</h2>
        <p>
          <a class="link tap" href="${address(page.activate)}">${say(locale, 'toActivate')}</a>
          <span class="hint">${say(locale, 'firstHint')}</span>
        </p>
      </section>`,
  }
}
