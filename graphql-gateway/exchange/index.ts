// Public door of the exchange: imports and their state.
export {
  cancelImport,
  claimImport,
  currentImport,
  importsIn,
  requestImport,
  type CurrentImport,
  type ImportDoc,
} from './imports/state.ts'
export { runImport, type ImportEnd, type ImportParts } from './imports/run.ts'
export type { Entry, Scope, Source } from './source.ts'
export { chinesePoetry, firstPart } from './sources/chinese-poetry/index.ts'
