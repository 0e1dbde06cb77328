/**
 * What a search engine is to the rest of the product: the types, the errors and the bounds, which exist once. Two engines
 * stand behind it: the embedded one (SQLite FTS5 of Node itself) and OpenSearch; every engine passes the same contract
 * suite. Importing this loads none of them.
 */

export type * from './contract/answer.ts'
export type * from './contract/box.ts'
export * from './contract/document.ts'
export * from './contract/engine.ts'
export type * from './contract/meant.ts'
export type * from './contract/request.ts'
export * from './limits.ts'
export * from '@shuxiang/vocabulary/search-limits'
