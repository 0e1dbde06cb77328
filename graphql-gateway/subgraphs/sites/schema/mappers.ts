// What stands behind the types of the schema in resolvers. Types that are not named here are as the schema shows them.
import type { Change, Outdated, TranslationCount } from '@shuxiang/site-model'
import type { Connection } from '@shuxiang/subgraph-kit'
import type { CodeDoc } from '../code/documents.ts'
import type { AnswerDoc, SaidDoc } from '../review/documents.ts'
import type { DoneBy } from '../editing/page-marks.ts'
import type { BinDoc, ClashDoc, RevisionDoc } from '../editing/documents.ts'
import type { AtPage } from '../editing/at-page.ts'
import type { TalkDoc } from '../editing/comments.ts'
import type { ListedPage } from '../editing/list.ts'
import type { SiteScope } from '../editing/scope.ts'
import type { CommentDoc, ThreadDoc } from '../editing/talk.ts'
import type { HealthDoc } from '../health/documents.ts'
import type { Judged, RegionTally } from '../health/network.ts'
import type { ReleaseDoc } from '../releases/documents.ts'
import type { PageUpdate } from '../template-update/preview.ts'
import type { LibraryDoc, SiteDoc, SitePageDoc } from '../store/documents.ts'

export type { DomainDoc as SiteDomainMapper } from '../domains/documents.ts'
export type {
  LibraryDoc as LibraryMapper,
  PageDoc as PageMapper,
  RegionDoc as RegionMapper,
  SiteDoc as SiteMapper,
} from '../store/documents.ts'
export type {
  PublicationDoc as PublicationMapper,
  ReleaseDoc as SiteReleaseMapper,
} from '../releases/documents.ts'

/** `live`: it is served now. */
export interface HistoricReleaseMapper {
  readonly release: ReleaseDoc
  readonly live: boolean
}
export type { OverrideDoc as OverrideMapper, OverrideDoc as TakenDownMapper } from '../overrides/documents.ts'
export type { CodeDoc as SiteCodeMapper } from '../code/documents.ts'
export type SiteCodeConnectionMapper = Connection<CodeDoc>
export type { Edge as SiteEdgeMapper } from '../overrides/read.ts'
export type SiteHealthMapper = HealthDoc
export type { HealthFinding as HealthFindingMapper } from '../health/documents.ts'
export type HealthFaultMapper = HealthDoc['findings'][number]['faults'][number]
export type SiteHealthConnectionMapper = Connection<HealthDoc>
/** With the sites that who asks may see. */
export interface NetworkHealthMapper {
  readonly region: string | null
  readonly judged: readonly Judged[]
}
export type RegionHealthMapper = RegionTally
export type LibraryConnectionMapper = Connection<LibraryDoc>

export type { SiteReview as SiteReviewMapper, ToldApproval as ReviewApprovalMapper } from '../review/read.ts'
export type ReviewPersonMapper = DoneBy
export type ReviewNoteMapper = SaidDoc & { readonly outdated: boolean }
export type ReviewAnswerMapper = AnswerDoc & { readonly outdated: boolean }

/** With the proof that who asks may see it. */
export interface EditedSiteMapper {
  readonly scope: SiteScope
  readonly site: SiteDoc
}
export interface EditedPageMapper {
  readonly scope: SiteScope<'page.draft'>
  readonly page: SitePageDoc
}
/** `published`: hashes of what is served, by address. */
export interface ListedPageMapper {
  readonly page: ListedPage
  readonly published: ReadonlyMap<string, string>
  /** What is left to translate, of all pages of the site by id. */
  readonly translations: () => Promise<ReadonlyMap<string, readonly TranslationCount[]>>
}
export type OutdatedTranslationMapper = Outdated
export interface PageUpdateMapper {
  readonly scope: SiteScope<'page.draft'>
  readonly update: PageUpdate
}
export interface TemplateUpdateMapper {
  readonly template: string
  readonly pages: readonly PageUpdateMapper[]
}
export type RemovedPageMapper = BinDoc
export type PageClashMapper = ClashDoc
export type PageRevisionMapper = RevisionDoc
export type PageChangeMapper = Change
export type AtPageMapper = AtPage
export type PageCommentsMapper = TalkDoc
export type CommentThreadMapper = ThreadDoc
export type PageCommentMapper = CommentDoc
export interface SavedPageMapper {
  readonly page: EditedPageMapper
  readonly merged: boolean
}
