/** Published sites as pure functions: documents and answers in, finished files out. Same inputs, same bytes. */
export { dayOf } from './day.ts'
export {
  emergencyBars,
  forReader,
  type EdgeLayer,
  type PageForReader,
  type ReaderChoices,
} from './for-reader.ts'
export { drawnLanguages } from './drawn-languages.ts'
export { hashOfBytes } from './hash.ts'
export { headTags, linkHeader, openSearchLink, pageTitle, type HeadContext } from './head.ts'
export type { SiteFacts, SiteInputs } from './inputs.ts'
export {
  missingPath,
  openSiteForPublishing,
  type OpenSite,
  type PublishedFile,
  type PublishedSite,
} from './site.ts'
export { sheetPath } from './sheet.ts'
export { shareImage } from './share-image.ts'
