// What editing takes of the process that runs it: the blocks and themes that the installation has. Types only.
import type { PageDoc } from '@shuxiang/site-model'

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
}

export interface EditingParts {
  readonly pageRules: PageRules
  /** Names of the themes that a site may have. */
  readonly themes: readonly string[]
  /** Pages that a template gives a library, by path; none for one that the installation does not have. */
  templatePages(
    template: string,
    library: { readonly code: string; readonly name: string },
  ): ReadonlyMap<string, PageDoc>
}
