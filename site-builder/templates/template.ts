/** What a template is: a function from a library to a whole site. Pure data out; nothing is written here. */
import type { Json, Localized, PageDoc } from '@shuxiang/site-model'

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
  siteOf(library: TemplateLibrary): TemplateSite
}

/** A block of a page in its first version. */
export function block(type: string, fields: { [name: string]: Json }): PageDoc['blocks'][string] {
  return { type, v: 1, fields, slots: {} }
}
