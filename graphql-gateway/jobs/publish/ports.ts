// What the job that publishes needs of the rest of the product.
import type { GatewayClient } from '@shuxiang/gateway-client'
import type { PublishedSite, SiteInputs } from '@shuxiang/site-publish'
import type { PublicationFinding } from '@shuxiang/subgraph-sites/publishing'
import type { VisitingFacts } from '@shuxiang/subgraph-visiting/content'

/** What a site is judged by beside its files. */
export interface CheckFacts {
  readonly visiting: VisitingFacts
  /** Where the files lie that its links name by id; undefined when the gateway did not say. */
  readonly files: Readonly<Record<string, string>> | undefined
  /** Ids of code of a library's own that its pages may show; undefined when the gateway did not say. */
  readonly codes: ReadonlySet<string> | undefined
  /** What microfrontends offer for pages of sites; undefined when the portal did not say, or nobody needs to know. */
  readonly offers: ReadonlySet<string> | undefined
}

export interface PublishPorts {
  readonly client: GatewayClient
  /** Ids of trusted documents by the operations that blocks ask. */
  readonly operations: ReadonlyMap<string, string>
  /** Scheme, host and port by which readers know a site. */
  readonly originOf: (site: string) => Promise<string>
  /** Scheme, host and port of the portal, to which every site leads. */
  readonly portal: string
  /** The style sheet of a theme with that of the blocks; of the nation's where there is no such theme. */
  readonly sheetOf: (theme: string) => string
  /** True: somebody can sign in. */
  readonly signIn: boolean
  /** When a record was changed last; null: there are none. */
  readonly newestRecord: () => Promise<Date | null>
  /** What is wrong with a site that was drawn; one blocking finding refuses it. */
  readonly check: (
    inputs: SiteInputs,
    drawn: PublishedSite,
    facts: CheckFacts,
  ) => readonly PublicationFinding[]
  /** What readers can be told of visiting the library of a site, on a day in China. */
  readonly visitingOf: (site: string, today: string) => Promise<VisitingFacts>
  /** What microfrontends offer for pages of sites; undefined when the portal does not say. */
  readonly offers: () => Promise<ReadonlySet<string> | undefined>
}

/** The steps of making a release, in their order; a test stops at each of them. */
export const steps = ['taken', 'answered', 'drawn', 'checked', 'kept', 'written', 'live'] as const
export type Step = (typeof steps)[number]
