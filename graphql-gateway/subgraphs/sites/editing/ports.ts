// What editing takes of the process that runs it: the blocks and themes that the installation has. Types only.
import type { NewSite } from '../store/new-site.ts'
import type { Localized, PageDoc, TextOnPage } from '@shuxiang/site-model'

/** Something that the blocks of a page do not take, in words for a librarian. */
export interface PageFault {
  /** Such as `blocks.shelf1.fields.title.en`. */
  readonly path: string
  readonly words: { readonly 'zh-CN': string; readonly en: string }
}

export interface PageRules {
  /** The document with every block of a former version as it is now. */
  migrate(doc: PageDoc): PageDoc
  /** What keeps the blocks that an edit changed from being drawn. Empty texts are no fault: somebody is writing. */
  faults(before: PageDoc | null, after: PageDoc): readonly PageFault[]
  /** Texts of the page that have languages, in which something is written, in reading order. */
  texts(doc: PageDoc): readonly TextOnPage[]
}

/** What somebody published, by which two versions are compared. */
export interface SiteVersion {
  readonly names: Localized
  readonly seal: string
  readonly logo?: string
  readonly theme: string
  readonly menu: readonly { readonly path: string; readonly words: Localized }[]
  readonly languages?: readonly string[]
  readonly filings?: { readonly icp: string; readonly publicSecurity: string }
  /** People that a publication takes. */
  readonly reviewSteps?: number
  readonly pages: readonly {
    readonly path: string
    readonly formerPaths: readonly string[]
    /** Null: it is no longer kept, or cannot be read. */
    readonly doc: PageDoc | null
  }[]
}

/** One thing that is other, in words for a librarian. */
export interface SiteChange {
  /** Path of the page; null: of the site. */
  readonly page: string | null
  readonly words: { readonly 'zh-CN': string; readonly en: string }
}

/** What a site may begin as. */
export interface OfferedTemplate {
  readonly id: string
  readonly words: Localized
  readonly about: Localized
}

export interface EditingParts {
  readonly siteTemplates: readonly OfferedTemplate[]
  /** A site of a template, or of the one that fits the library; null for one that the installation does not have. */
  readonly newSite: (
    template: string | null,
    library: { readonly code: string; readonly name: string },
  ) => NewSite | null
  readonly siteChanges: (before: SiteVersion, after: SiteVersion) => readonly SiteChange[]
  readonly pageRules: PageRules
  /** Names of the themes that a site may have. */
  readonly themes: readonly string[]
  /** Pages that a template gives a library, by path; none for one that the installation does not have. */
  templatePages(
    template: string,
    library: { readonly code: string; readonly name: string },
  ): ReadonlyMap<string, PageDoc>
}
