/** The head of every page: skip link, name, where one may go, preferences. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'
import { preferencesPanel } from './preferences.ts'
import type { Preferences } from './preferences.ts'

export interface MastheadOptions {
  readonly locale: Locale
  /** Path and query of the page, such as `/search?kind=poem`; tells the current section and where preferences return. */
  readonly path: string
  /** What the reader chose before. */
  readonly preferences?: Preferences
  /** True: the panel stands open, as after `?preferences`. */
  readonly preferencesOpen?: boolean
}

/** Where the masthead leads. Only to what exists. */
const sections = [
  { key: 'books', href: '/search?kind=book' },
  { key: 'poems', href: '/search?kind=poem' },
  { key: 'all', href: '/search' },
  { key: 'libraries', href: '/libraries' },
] as const

/** The section whose page this is: the same path, and for results the same single kind or none. */
function currentSection(path: string): string | null {
  const url = URL.parse(path, 'http://page.invalid')
  if (!url) return null
  const [kind, second] = url.searchParams.getAll('kind')
  if (url.pathname === '/search') {
    const wanted = kind !== undefined && second === undefined ? `/search?kind=${kind}` : '/search'
    return sections.find((section) => section.href === wanted)?.key ?? null
  }
  return sections.find((section) => section.href === url.pathname)?.key ?? null
}

export function masthead(options: MastheadOptions): Html {
  const { locale } = options
  const current = currentSection(options.path)
  const words = sections.map(
    ({ key, href }) =>
      html`<li>
        <a href="${href}" ${key === current && html` aria-current="page"`}>${say(locale, key)}</a>
      </li>`,
  )
  return html`<a class="skip" href="#main">${say(locale, 'skip')}</a>
    <header class="mast">
      <div class="wrap">
        <a class="brand" href="/"
          ><span class="seal" aria-hidden="true" lang="zh-CN">${say(locale, 'seal')}</span
          >${say(locale, 'name')}</a
        >
        <nav class="nav" aria-label="${say(locale, 'mainNavigation')}">
          <ul>
            ${words}
          </ul>
        </nav>
        <div class="tools">${preferencesPanel(options)}</div>
      </div>
    </header>`
}
