/** Blocks of the site builder and the rendering of whole pages. Pure; runs in the browser too. */
export type {
  Answer,
  BlockContext,
  BlockFault,
  BlockHead,
  BlockQuery,
  BlockType,
  RenderContext,
} from './contract.ts'
export {
  documentChanges,
  siteChanges,
  type DocumentChange,
  type SiteChange,
  type SiteVersion,
  type VersionPage,
} from './changes/site-changes.ts'
export { codeAt, type CodeBytes } from './custom-code/code-address.ts'
export { codesFound } from './custom-code/codes-found.ts'
export { embedAt, embedsAt, type Embedded } from './embed/providers.ts'
export { blockFaults, draftFaults } from './faults.ts'
export type {
  BlockGroup,
  Field,
  Fields,
  FieldsOf,
  LinkKind,
  Resources,
  SlotField,
  TextField,
} from './fields/declaration.ts'
export { blockGroups, linkKinds, sortOrders } from './fields/declaration.ts'
export { groupWords, linkWords, sortWords } from './fields/editor-words.ts'
export { linkKindOf } from './fields/schema.ts'
export { askedLogo, logoOf, type AskedLogo } from './logo.ts'
export type { Reading } from './noting.ts'
export { mostQueries, openPage } from './page.ts'
export { filesFound } from './files.ts'
export type { Answers, OpenPage, PageQuery } from './page.ts'
export { blockType, blockTypes, migratePage } from './registry.ts'
export { siteFooterNav, type SiteNavEntry } from './site-nav.ts'
export { mayStandIn } from './slots.ts'
export { byLanguage } from './said.ts'
export { eventsCalendar, noticesFeed } from './feed-addresses.ts'
export { toldEvents, toldNotices, type Told, type ToldEvent, type ToldNotice } from './told.ts'
export { urgentNotices, type UrgentNotice, type UrgentNotices } from './urgent.ts'
export {
  recordFound,
  recordsFound,
  type Found,
  type FoundRecord,
  type FoundRecords,
} from './found-records.ts'
export { firstValues } from './fields/first-values.ts'
export { pageTexts, type PageText, type WrittenField } from './texts/page-texts.ts'
export { poolFound, type Pool, type PoolValue } from './pool/pool-found.ts'
