/** The links in the frame of every page: those that microfrontends declare, and those of builder pages. */
import type { Locale } from '@shuxiang/sdk/contract'
import { currentLink } from '@shuxiang/sdk/section'
import { siteFooterNav } from '@shuxiang/site-blocks'
import { textFor } from '@shuxiang/site-model'
import type { FrameLink } from '@shuxiang/site-render'
import { portalNav } from '@shuxiang/site-templates'
import type { NavEntry } from '@shuxiang/vite/release'
import type { Site, SiteLink } from '../sites/site.ts'
import type { Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'

export interface FrameLinks {
  readonly masthead: readonly FrameLink[]
  readonly footer: readonly FrameLink[]
  /** For readers who are signed in; a server does not know them, so their browser shows these. */
  readonly own: readonly FrameLink[]
}

export interface FrameLinkOptions {
  readonly locale: Locale
  readonly address: URL
  /** A branch site has a menu of its own in its masthead, and at its foot the pages that every site has. */
  readonly site?: Site | null
  /** Builder pages that there are: a link leads to none that is not. */
  readonly paths: readonly string[]
}

/** In their declared order; equal ones by path. */
export function frameLinks(
  plan: Pick<Plan, 'releases'>,
  { locale, address, site = null, paths }: FrameLinkOptions,
): FrameLinks {
  const linksOf = (here: readonly SiteLink[]): FrameLink[] => {
    const current = currentLink(
      here.map(({ path }) => path),
      address,
    )
    return here.map(({ path, words }) => ({
      href: path,
      label: textFor(words, locale)?.text ?? path,
      current: path === current,
    }))
  }
  const all = entries(plan)(paths)
  const at = (place: NavEntry['place']): FrameLink[] =>
    linksOf(all.filter((entry) => entry.place === place && entry.when === 'always'))
  return {
    masthead: site === null ? at('masthead') : linksOf(site.menu),
    footer: site === null ? at('footer') : linksOf(siteFooterNav(paths)),
    own: linksOf(all.filter(({ when }) => when === 'signed-in')),
  }
}

const entries = onceFor(({ releases }: Pick<Plan, 'releases'>) =>
  onceFor((paths: readonly string[]): readonly NavEntry[] => {
    const ofPages = portalNav.filter(({ path }) => paths.includes(path))
    return [...releases.flatMap(({ release }) => release.nav), ...ofPages].sort(
      (a, b) => a.order - b.order || (a.path < b.path ? -1 : 1),
    )
  }),
)
