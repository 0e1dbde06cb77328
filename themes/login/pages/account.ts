// What a signed-in reader sees of the account: cards, password, device.
import { address, html, type Markup } from '../html.ts'
import { backLink, type Content } from '../frame.ts'
import type { AccountPage, LoginFrame } from '../page.ts'
import { say } from '../words/texts.ts'

export function account(page: AccountPage, { locale }: LoginFrame): Content {
  const { links, cards, hasDevice } = page
  const title = say(locale, 'accountPage')
  const link = (href: string, text: string): Markup =>
    html`<a class="link tap" href="${address(href)}">${text}</a>`
  return {
    title,
    hasForm: false,
    main: html`<h1>${title}</h1>
      <dl class="account-facts">
        ${
          page.name !== null &&
          html`<div>
            <dt>${say(locale, 'name')}</dt>
            <dd lang="zh-CN">${page.name}</dd>
          </div>`
        }
        <div>
          <dt>${say(locale, 'cards')}</dt>
          <dd>
            <ul>
              ${cards.map(
                ({ username, library }) =>
                  html`<li>
                    ${library !== null && html`<span lang="zh-CN">${library}</span> `}<code>${username}</code>
                  </li>`,
              )}
            </ul>
          </dd>
          <dd class="act">${link(links.card, say(locale, 'attach'))}</dd>
        </div>
        <div>
          <dt>${say(locale, 'password')}</dt>
          <dd>${say(locale, 'passwordState')}</dd>
          <dd class="act">${link(links.password, say(locale, 'changePassword'))}</dd>
        </div>
        <div>
          <dt>${say(locale, 'deviceState')}</dt>
          <dd>${say(locale, hasDevice ? 'deviceOn' : 'deviceOff')}</dd>
          <dd class="act">${link(links.device, say(locale, hasDevice ? 'deviceChange' : 'deviceAdd'))}</dd>
        </div>
      </dl>
      <p class="acts">
        <a class="btn" href="${address(links.signOut)}">${say(locale, 'signOut')}</a>
        ${backLink(locale, page.back, 'btn quiet')}
      </p>`,
  }
}
