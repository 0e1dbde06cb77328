/** The search box in the masthead of every page: a form that works without scripts, or a sign where there is no room. */
import { LONGEST_BOX, searchAddress } from '@shuxiang/vocabulary'
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { searchIcon } from './icons.ts'
import { say } from './messages.ts'
import type { Locale } from './messages.ts'

export interface FrameSearchOptions {
  readonly locale: Locale
  /** Code of the library of a branch site, whose own holdings may be searched alone; absent on the portal. */
  readonly library?: string
  /** True on pages with scripts: one key leads to the box, and its title says so. */
  readonly keyed?: boolean
}

/** The key is said where it works. The style sheet hides the whole where the page has a box of its own. */
export function frameSearch({ locale, library, keyed }: FrameSearchOptions): Html {
  const hint = keyed === true && html` title="${say(locale, 'searchKey')}" aria-keyshortcuts="/"`
  return html`<div class="find" role="search" aria-label="${say(locale, 'searchLabel')}">
    <form class="ask small" method="get" action="${searchAddress()}" data-enhance="search.box.v1">
      <input
        type="search"
        name="q"
        maxlength="${LONGEST_BOX}"
        autocomplete="off"
        enterkeyhint="search"
        aria-label="${say(locale, 'searchLabel')}"
        placeholder="${say(locale, 'searchPlaceholder')}"
        ${hint}
      />${library !== undefined && scopeChoice(locale, library)}<button aria-label="${say(locale, 'search')}">
        ${searchIcon}
      </button>
    </form>
    <a class="btn quiet" href="${searchAddress()}" ${hint}
      >${searchIcon}<span class="sr">${say(locale, 'search')}</span></a
    >
  </div>`
}

/** Nothing is chosen for the whole network: its parameter is empty and is read as absent. */
function scopeChoice(locale: Locale, library: string): Html {
  return html`<select name="library" aria-label="${say(locale, 'searchScope')}">
    <option value="">${say(locale, 'scopeAll')}</option>
    <option value="${library}">${say(locale, 'scopeLibrary')}</option>
  </select>`
}
