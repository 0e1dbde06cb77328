// The document around every login page: the portal's mark, the page, the language.
import { portalName, portalSeal, type InterfaceLanguage } from '@shuxiang/vocabulary'
import { address, html, type Markup } from './html.ts'
import { formId } from './fields.ts'
import type { LoginFrame, PageLink } from './page.ts'
import { say } from './words/texts.ts'

/** What a page puts into the frame. */
export interface Content {
  readonly title: string
  readonly main: Markup
  /** The page has the form `formId`, which a change of language sends too, so that nothing typed is lost. */
  readonly hasForm: boolean
  /** The page is an opening, with room for a verse beside it. */
  readonly opening?: boolean
}

/** Names of the languages, each in itself. */
const languages = { 'zh-CN': '中文', en: 'English' } as const satisfies Record<InterfaceLanguage, string>

export function documentOf(frame: LoginFrame, content: Content): string {
  const { locale, mode, scale, script } = frame
  const { title, main, hasForm, opening = false } = content
  return html`<!doctype html>
    <html
      lang="${locale}"
      ${mode && html` data-mode="${mode}"`}
      ${scale === 'large' && html` data-scale="large"`}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${portalName[locale]}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="${address(frame.styles)}" />
        <link rel="icon" href="data:," />
        ${script && html`<script type="module" src="${address(script.href)}" nonce="${script.nonce}"></script>`}
      </head>
      <body class="login-page">
        ${
          // Enter presses the first button of a form in the document: it must not be the one that changes the language.
          hasForm &&
          html`<button
            class="sr"
            form="${formId}"
            name="do"
            value="go"
            tabindex="-1"
            aria-hidden="true"
          ></button>`
        }
        <a class="skip" href="#main">${say(locale, 'skip')}</a>
        <header class="mast">
          <div class="wrap">
            <a class="brand" href="${address(frame.portal)}"
              ><span class="seal" aria-hidden="true" lang="zh-CN">${portalSeal}</span>${portalName[locale]}</a
            >
            ${languageSwitch(frame, hasForm)}
          </div>
        </header>
        <main id="main" tabindex="-1">
          <div class="wrap ${opening ? 'opening' : ''}">
            <div class="sheet">${main}</div>
            ${opening && verse}
          </div>
        </main>
      </body>
    </html>`.toString()
}

function languageSwitch({ locale, here }: LoginFrame, hasForm: boolean): Markup | null {
  if (!hasForm && here === null) return null
  const choices = Object.entries(languages).map(([language, name]) => {
    if (language === locale) return html`<span aria-current="true" lang="${language}">${name}</span>`
    if (hasForm)
      return html`<button
        form="${formId}"
        name="locale"
        value="${language}"
        formnovalidate
        lang="${language}"
      >
        ${name}
      </button>`
    return html`<a href="${address(withLanguage(here ?? '/', language))}" lang="${language}">${name}</a>`
  })
  return html`<div class="languages" role="group" aria-label="${say(locale, 'language')}">${choices}</div>`
}

function withLanguage(here: string, language: string): string {
  const [path = '', query = ''] = here.split('?')
  const asked = new URLSearchParams(query)
  asked.set('kc_locale', language)
  return `${path}?${asked.toString()}`
}

export function backLink(locale: InterfaceLanguage, link: PageLink, looks = 'link tap'): Markup {
  return html`<a class="${looks}" href="${address(link.href)}">${backText(locale, link)}</a>`
}

const placeNames = { 'sign-in': 'signInPlace', account: 'accountPlace' } as const

export const backText = (locale: InterfaceLanguage, { name, to }: PageLink): string =>
  say(locale, 'back', { name: to ? say(locale, placeNames[to]) : (name ?? portalName[locale]) })

/** 朱熹《观书有感》, two clauses a column. For the eye: whoever listens comes to sign in. */
const verse = html`<p class="verse-beside" lang="zh-CN" aria-hidden="true">
  <span>半亩方塘一鉴开</span><span>天光云影共徘徊</span><span>问渠那得清如许</span><span>为有源头活水来</span
  ><cite>朱熹　观书有感</cite>
</p>`
