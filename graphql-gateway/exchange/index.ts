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
export { followImport, type FollowEnd, type Progress } from './imports/follow.ts'
export { progressLine } from './imports/progress.ts'
export { runImport, type ImportEnd, type ImportParts } from './imports/run.ts'
export type { Entry, Scope, Source, SourceModule, SourceOptions } from './source.ts'
export { chinesePoetry, firstPart } from './sources/chinese-poetry/index.ts'
