// Libraries, regions, pages and branch sites in the graph: schema and resolvers put together.
import { defineSubgraph, type Subgraph } from '@shuxiang/subgraph-kit'
import { collections, name, typeDefs } from './declared.ts'
import type { DomainParts } from './domains/parts.ts'
import { txtByDns } from './domains/proof.ts'
import { approveCode, refuseCode, requestCode, withdrawCode } from './resolvers/code/changes.ts'
import { approvedCode, pageCode, siteCode, siteCodes } from './resolvers/code/queries.ts'
import { SiteCode } from './resolvers/code/types.ts'
import { claimDomain, makePrimary, proveDomain, retireDomain } from './resolvers/domains/mutations.ts'
import { siteAt, siteDomains } from './resolvers/domains/queries.ts'
import { SiteDomain } from './resolvers/domains/types.ts'
import type { EditingParts } from './editing/ports.ts'
import { createSite, siteTemplates } from './resolvers/editing/new-site.ts'
import { pageMutations } from './resolvers/editing/pages.ts'
import { editedPage, editedPageAt, editedSite } from './resolvers/editing/queries.ts'
import { siteMutations } from './resolvers/editing/site.ts'
import { PageUpdate, takeTemplateUpdate, templateUpdate } from './resolvers/editing/template.ts'
import { togetherMutations, togetherQueries, togetherTypes } from './resolvers/editing/together.ts'
import { editedTypes } from './resolvers/editing/types.ts'
import { NetworkHealth, networkHealth } from './resolvers/health/network-health.ts'
import { HealthFault, HealthFinding, SiteHealth, siteHealth } from './resolvers/health/site-health.ts'
import { libraryReferences } from './resolvers/library/references.ts'
import { label as libraryLabel, pinyin } from './resolvers/library/names.ts'
import { region as libraryRegion } from './resolvers/library/region.ts'
import { site as librarySite } from './resolvers/library/site.ts'
import { endOverride, overrides, setEmergency, setMourning, takeDown } from './resolvers/overrides/changes.ts'
import { Override, SiteEdge, TakenDown, edge, siteEdge } from './resolvers/overrides/types.ts'
import { libraries } from './resolvers/query/libraries.ts'
import { library, libraryByCode } from './resolvers/query/library.ts'
import { page } from './resolvers/query/page.ts'
import { paths as ownPaths } from './resolvers/query/paths.ts'
import { region } from './resolvers/query/region.ts'
import { regions } from './resolvers/query/regions.ts'
import { site } from './resolvers/query/site.ts'
import { label as regionLabel } from './resolvers/region/label.ts'
import { parent } from './resolvers/region/parent.ts'
import {
  filings,
  languages,
  library as siteLibrary,
  menu,
  names,
  paths,
  seal,
  logo,
  theme,
} from './resolvers/site/site.ts'
import { HistoricRelease, Publication, publications, siteHistory } from './resolvers/releases/history.ts'
import { draftChanges } from './resolvers/releases/draft-changes.ts'
import { sharedParts } from './resolvers/releases/shared-parts.ts'
import { callOffPublication, publishSite, rollBackSite } from './resolvers/releases/publish.ts'
import { releaseChanges } from './resolvers/releases/release-changes.ts'
import { approveDrafts, askReview, sendBackDrafts, takeBackApproval } from './resolvers/review/changes.ts'
import { reviewTypes, siteReview } from './resolvers/review/types.ts'
import { redirects, release, routes, siteArtifact, siteRelease } from './resolvers/releases/served.ts'
import type { Resolvers } from './schema/types.generated.ts'

/** What the process that runs it knows. */
export interface SitesParts extends EditingParts {
  /** Scheme, host and port below which each library has its site; null where that is not known. */
  readonly sitesOrigin: string | null
}

/** What those do who write a page together. */
const draftedTogether = {
  'Query.pageComments': 'page.draft',
  'Query.openComments': 'page.draft',
  'Mutation.attendPage': 'page.draft',
  'Mutation.takeOverPage': 'page.draft',
  'Mutation.leavePage': 'page.draft',
  'Mutation.commentOnPage': 'page.draft',
  'Mutation.answerComment': 'page.draft',
  'Mutation.settleComment': 'page.draft',
  'Mutation.reopenComment': 'page.draft',
  'Mutation.takeBackComment': 'page.draft',
} as const

const idOf = ({ _id }: { readonly _id: string }): string => _id

/** The subgraph of libraries, regions, builder pages and branch sites. Everything it needs comes with each request. */
export function createSites(
  parts: SitesParts,
  { ownOrigins, txtOf }: DomainParts = { ownOrigins: [], txtOf: txtByDns() },
): Subgraph {
  const { sitesOrigin } = parts
  return defineSubgraph<Resolvers>({
    name,
    typeDefs: typeDefs(),
    collections,
    actions: {
      'Query.overrides': 'override.set',
      'Mutation.setEmergency': 'override.set',
      'Mutation.setMourning': 'override.set',
      'Mutation.takeDown': 'site.take-down',
      'Mutation.endOverride': 'override.set',
      'Query.siteCodes': 'code.request',
      'Query.siteCode': 'code.request',
      'Mutation.requestCode': 'code.request',
      'Mutation.approveCode': 'code.approve',
      'Mutation.refuseCode': 'code.approve',
      'Mutation.withdrawCode': 'code.request',
      'Query.siteHealth': 'page.draft',
      'Query.networkHealth': 'network.read',
      'Query.siteHistory': 'page.draft',
      'Query.publications': 'page.draft',
      'Query.releaseChanges': 'page.draft',
      'Query.sharedParts': 'page.draft',
      'Query.draftChanges': 'page.draft',
      'Query.siteReview': 'page.draft',
      'Mutation.askReview': 'page.draft',
      'Mutation.approveDrafts': 'page.publish',
      'Mutation.takeBackApproval': 'page.draft',
      'Mutation.sendBackDrafts': 'page.publish',
      'Mutation.publishSite': 'page.publish',
      'Mutation.callOffPublication': 'page.publish',
      'Mutation.rollBackSite': 'page.publish',
      'Query.siteDomains': 'site.configure',
      'Mutation.claimDomain': 'library.manage',
      'Mutation.proveDomain': 'library.manage',
      'Mutation.makePrimary': 'library.manage',
      'Mutation.retireDomain': 'library.manage',
      'Query.editedSite': 'page.draft',
      'Query.editedPage': 'page.draft',
      'Query.editedPageAt': 'page.draft',
      'Query.templateUpdate': 'page.draft',
      'Mutation.takeTemplateUpdate': 'page.draft',
      'Mutation.createPage': 'page.draft',
      'Mutation.savePage': 'page.draft',
      'Mutation.renamePage': 'page.draft',
      'Mutation.removePage': 'page.draft',
      'Mutation.restorePage': 'page.draft',
      'Mutation.orderPages': 'page.draft',
      'Mutation.nameRevision': 'page.draft',
      'Mutation.restoreRevision': 'page.draft',
      'Mutation.keepTranslations': 'page.draft',
      ...draftedTogether,
      'Mutation.changeSite': 'site.configure',
      'Mutation.createSite': 'site.configure',
    },
    resolvers: {
      Query: {
        ...{ library, libraryByCode, libraries, region, regions, page, paths: ownPaths, site },
        siteAt: siteAt(sitesOrigin),
        siteDomains,
        ...{ siteHealth, networkHealth, overrides, edge },
        ...{ siteCodes, siteCode, pageCode, approvedCode },
        ...{ siteRelease, siteArtifact, siteHistory, publications },
        releaseChanges: releaseChanges(parts),
        sharedParts,
        draftChanges: draftChanges(parts),
        siteReview,
        siteTemplates: siteTemplates(parts),
        editedSite,
        editedPage,
        editedPageAt,
        ...togetherQueries,
        templateUpdate: templateUpdate(parts),
      },
      Mutation: {
        claimDomain: claimDomain(ownOrigins),
        proveDomain: proveDomain(txtOf),
        makePrimary,
        retireDomain,
        ...{ publishSite, callOffPublication, rollBackSite },
        ...{ askReview, approveDrafts, takeBackApproval, sendBackDrafts },
        ...{ setEmergency, setMourning, takeDown, endOverride },
        ...{ requestCode, approveCode, refuseCode, withdrawCode },
        ...pageMutations(parts),
        ...togetherMutations,
        createSite: createSite(parts),
        ...siteMutations(parts),
        takeTemplateUpdate: takeTemplateUpdate(parts),
      },
      Library: {
        __resolveReferences: libraryReferences,
        id: idOf,
        code: idOf,
        ...{ label: libraryLabel, pinyin },
        region: libraryRegion,
        site: librarySite(parts.sitesOrigin),
      },
      Region: { id: idOf, label: regionLabel, parent },
      Page: { path: idOf },
      SiteDomain,
      Site: {
        id: idOf,
        library: siteLibrary,
        names,
        seal,
        logo,
        theme,
        languages,
        menu,
        paths,
        filings,
        release,
        edge: siteEdge,
      },
      SiteRelease: { redirects, routes },
      HistoricRelease,
      Publication,
      ...{ Override, SiteEdge, TakenDown },
      SiteCode,
      ...{ SiteHealth, HealthFinding, HealthFault, NetworkHealth },
      ...editedTypes(parts),
      ...togetherTypes,
      ...reviewTypes,
      TemplateUpdate: { pages: ({ pages }) => [...pages] },
      PageUpdate,
    },
  })
}
