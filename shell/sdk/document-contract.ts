/** The contract between the shell and the documents beside a page: the same thing for programs, in other formats. */
import type { Gql, Locale } from './portal-contract.ts'

/** A format in which what a page is about can be had. */
export interface DocumentFormat {
  /** End of the address: `/item/1.bib` beside `/item/1`. */
  readonly suffix: string
  /** Media type by which programs ask for it at the address of the page itself. */
  readonly type: string
}

export interface DocumentRequest {
  /** The named parts of the page's path, decoded. */
  readonly names: Readonly<Record<string, string>>
  /** The query of the address, with its question mark; empty without one. */
  readonly query: string
  /** Suffix of the format asked for. */
  readonly suffix: string
  readonly locale: Locale
  readonly origin: string
  readonly requestId: string
}

export interface DocumentAnswer {
  /** Anything but 200 is told in `text` as a sentence. */
  readonly status: 200 | 404 | 410 | 500 | 503
  readonly text: string
  /** Name under which browsers keep it; absent: they show it. */
  readonly file?: string
}

/** Default export of the module that a page names as `documents`; it runs on the server only. */
export interface ServerDocuments {
  /** Read by the build: they stand in the release. */
  readonly formats: readonly DocumentFormat[]
  answer(request: DocumentRequest, gql: Gql, signal: AbortSignal): Promise<DocumentAnswer>
}
