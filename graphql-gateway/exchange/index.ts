// Public door of the exchange: imports and their state.
export {
  cancelImport,
  currentImport,
  importsIn,
  requestImport,
  type CurrentImport,
  type ImportDoc,
} from './imports/state.ts'
export { followImport, type FollowEnd, type Progress } from './imports/follow.ts'
export { progressLine } from './imports/progress.ts'
export { importJobName, isHeld, lockMilliseconds, queueCollection } from './imports/queue.ts'
export { runImport, type ImportEnd, type ImportParts } from './imports/run.ts'
export { putsOf } from './puts.ts'
export { numbered } from './sources/numbered.ts'
export { chinesePoetry, firstPart } from './sources/chinese-poetry/index.ts'
