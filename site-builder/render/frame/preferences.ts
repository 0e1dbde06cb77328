/** The reader's choices: display, size, script of Chinese texts, language. A form that works without scripts: GET /preferences. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { preferencesIcon } from './icons.ts'
import { locales, say } from './messages.ts'
import type { Locale } from './messages.ts'

/** `auto` leaves `data-mode` off the page, so that the system's wish counts. */
export const displays = ['auto', 'light', 'dark', 'contrast'] as const
export type Display = (typeof displays)[number]
export const sizes = ['normal', 'large'] as const
export type Size = (typeof sizes)[number]
export const scripts = ['source', 'hans', 'hant'] as const
export type Script = (typeof scripts)[number]
export const keyWishes = ['on', 'off'] as const
export type Keys = (typeof keyWishes)[number]

/** What a reader chose. Names of the form fields are `mode`, `scale`, `script`, `keys` and `locale`; `return` is the path to go back to. */
export interface Preferences {
  readonly mode: Display
  readonly scale: Size
  /** How Chinese texts of the collection are written; absent: as their sources have them. */
  readonly script?: Script
  /** Whether one key leads to the search box; absent: it does. */
  readonly keys?: Keys
}

export interface PreferencesOptions {
  readonly locale: Locale
  readonly path: string
  readonly preferences?: Preferences
  readonly preferencesOpen?: boolean
  /** The form alone, as the content of a page. */
  readonly asPage?: boolean
  /** True on pages with scripts: only there is a key to be turned off. */
  readonly keyed?: boolean
  /** Languages that the page is there in; without them, all. Of one there is nothing to choose. */
  readonly languages?: readonly Locale[]
}

/** Each language by its own name. */
const languageNames: Readonly<Record<Locale, string>> = { 'zh-CN': '简体中文', en: 'English' }

interface Choice {
  readonly value: string
  readonly label: string
  readonly language?: string
}

function choices(legend: string, name: string, list: readonly Choice[], chosen: string): Html {
  const labels = list.map(
    ({ value, label, language }) =>
      html`<label${language !== undefined && html` lang="${language}"`}><input type="radio" name="${name}" value="${value}"${value === chosen && html` checked`}>${label}</label>`,
  )
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="choices">${labels}</div>
  </fieldset>`
}

/** Only a path of this site may be returned to. */
const returnPath = (path: string): string => (/^\/(?![/\\])/.test(path) && path.length <= 2000 ? path : '/')

export function preferencesPanel(options: PreferencesOptions): Html {
  const { locale } = options
  const form = formOf(options)
  if (options.asPage === true) return html`<div class="prefs">${form}</div>`
  return html`<details class="prefs" ${options.preferencesOpen === true && html` open`}>
    <summary class="btn quiet" aria-label="${say(locale, 'preferencesName')}">
      ${preferencesIcon}<span>${say(locale, 'preferences')}</span>
    </summary>
    ${form}
  </details>`
}

function formOf(options: PreferencesOptions): Html {
  const { locale, languages = locales } = options
  const chosen: Preferences = options.preferences ?? { mode: 'auto', scale: 'normal' }
  return html`<form method="get" action="/preferences">
    ${choices(
      say(locale, 'display'),
      'mode',
      displays.map((value) => ({ value, label: say(locale, value) })),
      chosen.mode,
    )}
    ${choices(
      say(locale, 'size'),
      'scale',
      sizes.map((value) => ({ value, label: say(locale, value) })),
      chosen.scale,
    )}
    ${choices(
      say(locale, 'script'),
      'script',
      scripts.map((value) => ({ value, label: say(locale, value) })),
      chosen.script ?? 'source',
    )}
    ${
      options.keyed === true &&
      choices(
        say(locale, 'keys'),
        'keys',
        keyWishes.map((value) => ({ value, label: say(locale, value) })),
        chosen.keys ?? 'on',
      )
    }
    ${
      languages.length > 1 &&
      choices(
        say(locale, 'language'),
        'locale',
        languages.map((value) => ({ value, label: languageNames[value], language: value })),
        locale,
      )
    }
    <input type="hidden" name="return" value="${returnPath(options.path)}" />
    <button class="btn primary">${say(locale, 'save')}</button>
  </form>`
}
