/** The head of every page: skip link, name, where one may go, preferences. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { portalBrand, type Brand } from './brand.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'
import { accountLink } from './account.ts'
import { linkItems, type FrameLink } from './links.ts'
import { frameSearch, type FrameSearchOptions } from './search-box.ts'
import { preferencesPanel } from './preferences.ts'
import type { Preferences } from './preferences.ts'

export interface MastheadOptions {
  readonly locale: Locale
  /** Whose page it is; without one, the portal's. */
  readonly brand?: Brand
  /** Path and query of the page: where preferences return. */
  readonly path: string
  /** True: somebody can sign in here. */
  readonly signIn?: boolean
  /** Where somebody comes back to who signed in; without one, the page itself. */
  readonly signInTo?: string
  /** Where one may go; only to what exists. */
  readonly links: readonly FrameLink[]
  /** How its search box is; null: it has none, where nothing is searched. */
  readonly search?: Omit<FrameSearchOptions, 'locale'> | null
  /** What the reader chose before. */
  readonly preferences?: Preferences
  /** Languages that the page is there in; without them, all. */
  readonly languages?: readonly Locale[]
  /** True: the panel stands open, as after `?preferences`. */
  readonly preferencesOpen?: boolean
}

/** The name stands beside it and says what it shows. */
function markHtml({ logo, seal }: Brand): Html {
  return logo
    ? html`<img class="logo" src="${logo.url}" width="${logo.width}" height="${logo.height}" alt="" />`
    : html`<span class="seal" aria-hidden="true" lang="zh-CN">${seal}</span>`
}

export function masthead(options: MastheadOptions): Html {
  const { locale, links, brand = portalBrand(locale), search = {} } = options
  return html`<a class="skip" href="#main">${say(locale, 'skip')}</a>
    <header class="mast">
      <div class="wrap">
        <a class="brand" href="/"
          >${markHtml(brand)}<span ${brand.language !== locale && html` lang="${brand.language}"`}
            >${brand.name}</span
          ></a
        >
        ${search && frameSearch({ locale, ...search })}
        <nav class="nav" aria-label="${say(locale, 'mainNavigation')}">
          <ul>
            ${linkItems(links)}
          </ul>
        </nav>
        <div class="tools">
          ${options.signIn === true && accountLink({ locale, path: options.signInTo ?? options.path })}${preferencesPanel({ ...options, keyed: search?.keyed === true })}
        </div>
      </div>
    </header>`
}
