/** Everything that the files of a published site follow from. */
import type { Localized, PageDoc } from '@shuxiang/site-model'
import type { Filings, Locale } from '@shuxiang/site-render'

export interface SiteFacts {
  readonly names: Localized
  /** Two characters that stand in its seal. */
  readonly seal: string
  /** Id of the picture that stands in its place. */
  readonly logo?: string
  readonly menu: readonly { readonly path: string; readonly words: Localized }[]
  /** Name of its theme. */
  readonly theme: string
  /** Numbers under which it is registered, for its footer. */
  readonly filings?: Filings
}

export interface SiteInputs {
  /** Code of the library. */
  readonly code: string
  readonly facts: SiteFacts
  /** By path; they were checked by the model. */
  readonly pages: ReadonlyMap<string, PageDoc>
  /** Scheme, host and port by which readers know the site. */
  readonly origin: string
  /** Scheme, host and port of the portal, for the link at the foot of each page. */
  readonly portal?: string
  /** The style sheet of its theme with that of the blocks. */
  readonly sheet: string
  readonly languages: readonly Locale[]
  /** True: somebody can sign in here. */
  readonly signIn: boolean
  readonly now: Date
}
