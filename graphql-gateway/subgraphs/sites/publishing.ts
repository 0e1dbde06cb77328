// Door for the job that publishes sites. Loads no GraphQL.
export { documentsOf } from './store/kept-documents.ts'
export type { LiveDoc, SiteDoc } from './store/documents.ts'
export { activate } from './releases/activate.ts'
export { partsFor, refreshSharers } from './releases/shared-parts.ts'
export { artifactText, keepArtifacts, type NewArtifact } from './releases/artifacts.ts'
export {
  numbered,
  publicationsIn,
  releasesIn,
  type PublicationDoc,
  type SiteFacts,
  type PublicationFinding,
  type RefreshDoc,
  type ReleaseDoc,
  type RouteDoc,
} from './releases/documents.ts'
export {
  isStillWanted,
  nextBehind,
  nextDue,
  nextPublication,
  nextWish,
  noteDrawn,
  openSiteAt,
  publicationFailed,
  publicationIsLive,
  publicationIsSuperseded,
  refusePublication,
  wishFailed,
  wishIsGranted,
  type LiveSite,
} from './releases/queue.ts'
export { sweep, sweepBegin, type Swept, type SweepPlace } from './releases/sweep.ts'
export { publishJobName } from './releases/wake.ts'
export { writeRelease, type NewRelease } from './releases/write-release.ts'
