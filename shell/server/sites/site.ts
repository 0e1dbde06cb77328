/** A branch site as its pages need it. */
import type { Locale } from '@shuxiang/sdk/contract'
import { textFor, type Localized } from '@shuxiang/site-model'
import type { EdgeLayer } from '@shuxiang/site-publish'
import { portalBrand, type Brand, type Filings, type Logo } from '@shuxiang/site-render'

export interface SiteLink {
  readonly path: string
  readonly words: Localized
}

/** A page that was taken down, or, without a path, the whole site. */
export interface TakenDown {
  readonly path: string | null
  readonly words: Localized
}

/** Why nothing is shown at a path, in letters; null: it may be shown. */
export function takenDownAt({ takenDown }: Site, path: string): Localized | null {
  return takenDown.find((one) => one.path === null || one.path === path)?.words ?? null
}

/** One branch site. The same object for as long as nothing of it has changed: what follows from it is kept by it. */
export interface Site {
  /** Code of its library: the tenant for whom its pages ask. */
  readonly code: string
  /** Scheme, host and port by which readers know it. */
  readonly origin: string
  readonly names: Localized
  /** What stands in its seal. */
  readonly seal: string
  /** The picture that stands in its place; null: the seal. */
  readonly logo: Logo | null
  /** Name of its theme. */
  readonly theme: string
  /** Languages that its pages are in; the first is its main one. */
  readonly languages: readonly [Locale, ...Locale[]]
  readonly menu: readonly SiteLink[]
  readonly filings: Filings
  /** Paths of its pages. */
  readonly paths: readonly string[]
  /** What the nation and its province put over it now. */
  readonly edge: EdgeLayer
  readonly takenDown: readonly TakenDown[]
  /** Number of the release that is served; null: its pages are drawn for each request. */
  readonly release: number | null
}

/** In whose name the pages of a site are; null: those of the portal. */
export function brandOf(site: Site | null, locale: Locale): Brand {
  if (site === null) return portalBrand(locale)
  const name = textFor(site.names, locale)
  return {
    name: name?.text ?? site.code,
    language: name?.language ?? locale,
    seal: site.seal,
    logo: site.logo,
  }
}
