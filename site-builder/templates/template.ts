/** What a template is: a function from a library to a whole site. Pure data out; nothing is written here. */
import type { Localized, PageDoc } from '@shuxiang/site-model'

/** The library that a site is made for. */
export interface TemplateLibrary {
  readonly code: string
  readonly name: string
}

/** A link in the frame of every page of the site. */
export interface TemplateLink {
  readonly path: string
  readonly words: Localized
}

/** A site as a template gives it, before anybody changes it. */
export interface TemplateSite {
  readonly names: Localized
  /** Two characters that stand in the seal. */
  readonly seal: string
  /** Name of a theme of the installation. */
  readonly theme: string
  readonly menu: readonly TemplateLink[]
  /** By path; `/` is always there. */
  readonly pages: ReadonlyMap<string, PageDoc>
}

export interface Template {
  /** Small letters, digits and hyphens; sites remember which one they were made from. */
  readonly id: string
  readonly words: Localized
  /** One sentence for whoever chooses: whose site it is and what comes first on it. */
  readonly about: Localized
  siteOf(library: TemplateLibrary): TemplateSite
}

/** The first two characters of a library's name, as seals are cut: 余杭, 浙江. */
export function sealOf(name: string): string {
  return [...name].slice(0, 2).join('')
}

/** One of several, the same for a library whenever it is asked: neighbours should not all look alike. */
export function oneFor(code: string, several: readonly [string, ...string[]]): string {
  const sum = [...code].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return several[sum % several.length] ?? several[0]
}
