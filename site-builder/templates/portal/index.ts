/** The pages that a new portal begins with, and where the frame of every page links to them. Librarians may change them. */
import type { PageDoc } from '@shuxiang/site-model'
import { portalName } from '@shuxiang/vocabulary'
import { both } from '../block.ts'
import { privacyPage } from '../pages/privacy.ts'
import { aboutTitle, portalAbout } from './about.ts'
import { accessibilityTitle, portalAccessibility } from './accessibility.ts'
import { helpTitle, portalHelp } from './help.ts'
import { portalHome } from './home.ts'
import { librariesTitle, portalLibraries } from './libraries.ts'
import { portalSchool, schoolTitle } from './school.ts'

/** Seed documents by path. */
export const portalPages: ReadonlyMap<string, () => PageDoc> = new Map([
  ['/', portalHome],
  ['/libraries', portalLibraries],
  ['/school', portalSchool],
  ['/about', portalAbout],
  ['/help', portalHelp],
  ['/accessibility', portalAccessibility],
  ['/privacy', () => privacyPage(portalName['zh-CN'])],
])

/** A link to a builder page in the frame of every page, in the words of the page's own title. */
export interface PortalNavEntry {
  readonly words: { readonly 'zh-CN': string; readonly en: string }
  readonly path: string
  /** Its place among the links that microfrontends declare. */
  readonly order: number
  readonly place: 'masthead' | 'footer'
  readonly when: 'always'
}

/** The links to the pages that the portal begins with. */
export const portalNav: readonly PortalNavEntry[] = [
  { words: librariesTitle, path: '/libraries', order: 400, place: 'masthead', when: 'always' },
  ...(
    [
      ['/school', schoolTitle],
      ['/about', aboutTitle],
      ['/help', helpTitle],
      ['/accessibility', accessibilityTitle],
      ['/privacy', both('隐私', 'Privacy')],
    ] as const
  ).map(([path, words], n) => ({
    words,
    path,
    order: 500 + n,
    place: 'footer' as const,
    when: 'always' as const,
  })),
]
