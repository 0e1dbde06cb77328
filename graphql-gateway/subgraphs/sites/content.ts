// Door for those who read regions and libraries without the graph. Loads no GraphQL.
export { libraryCodes } from './store/library-codes.ts'
export { regionCodes } from './store/region-codes.ts'
export { divisions, type Division } from './model/divisions.ts'
export {
  demonstrationLibraries,
  nationalLibraryId,
  type LibraryContent,
  type LibraryLevel,
} from './model/libraries.ts'
export { englishLibraryOf } from './model/english-names.ts'
export type { DomainParts } from './domains/parts.ts'
export { txtByDns } from './domains/proof.ts'
export { siteOriginIn } from './domains/origin.ts'
export { activeHosts } from './domains/read.ts'
export type { NewSite } from './store/new-site.ts'
export { openSite, type Opened } from './store/open-site.ts'
export { documentOf, documentsOf, keepDocument, keepDocuments } from './store/kept-documents.ts'
export { askPublication, type AskedPublication, type PublicationWish } from './releases/ask-publication.ts'
export { askRefresh } from './releases/ask-refresh.ts'
export { rollBack, type RollBackWish } from './releases/roll-back.ts'
