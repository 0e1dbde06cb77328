/** What is checked: a site as it would go live, as plain data. */
import type { Localized, PageDoc } from '@shuxiang/site-model'
import type { Filings } from '@shuxiang/site-render'
import type { Theme } from '@shuxiang/themes'
import type { InterfaceLanguage } from '@shuxiang/vocabulary'
import type { SensitiveWord } from './sensitive-words.ts'

export interface SiteFacts {
  readonly names: Localized
  /** Languages in which its pages are published; the first is the main one. */
  readonly languages: readonly [InterfaceLanguage, ...InterfaceLanguage[]]
  readonly menu: readonly { readonly path: string; readonly words: Localized }[]
  readonly theme: Theme
  readonly filings?: Filings | undefined
}

/** A page as readers get it in one language. */
export interface DrawnPage {
  readonly path: string
  readonly language: InterfaceLanguage
  /** The whole document. */
  readonly html: string
  /** Size as it travels, compressed by gzip, in bytes; absent when it was not weighed. */
  readonly gzip?: number | undefined
}

/** A day on which the library is closed, and when it was said. */
export interface Closure {
  readonly title: Localized
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  /** Day on which the notice is or will be public, `YYYY-MM-DD`. */
  readonly announced: string
}

/** What is known of visiting the library. */
export interface VisitingFacts {
  /** True: hours of at least one place are filled in. */
  readonly hours: boolean
  /** True: a telephone number, an e-mail or an address is filled in. */
  readonly contact: boolean
  readonly closures: readonly Closure[]
}

export interface CheckedSite {
  readonly facts: SiteFacts
  /** Documents by path; those that are published. */
  readonly pages: ReadonlyMap<string, PageDoc>
  readonly drawn: readonly DrawnPage[]
  /** Size of the style sheet compressed by gzip, in bytes. */
  readonly css?: number | undefined
  /**
   * Addresses that the installation answers on the site's host beside its pages: a path, or with `/*` at its end all that
   * is below it.
   */
  readonly answered: readonly string[]
  /** True: it may answer more than that, as where a province adds its own; a link to what is not known then only warns. */
  readonly mayAnswerMore?: boolean | undefined
  /** Addresses of what links name by id, such as `page:about`; absent when they are not known, and nothing is said of them. */
  readonly addresses?: Readonly<Record<string, string>> | undefined
  /** What microfrontends offer for its pages, as `<microfrontend>/<name>`; absent when it is not known. */
  readonly offers?: ReadonlySet<string> | undefined
  /** Absent when it is not known: rules about it then say nothing. */
  readonly visiting?: VisitingFacts | undefined
  /** Ids of code of a library's own that may be shown; absent when it is not known, and nothing is said of it. */
  readonly codes?: ReadonlySet<string> | undefined
  readonly sensitive?: readonly SensitiveWord[] | undefined
  /** Day in the library's time zone, `YYYY-MM-DD`. */
  readonly today: string
}
