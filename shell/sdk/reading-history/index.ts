/** What was read on this device: kept here and nowhere else, for going on with it and for suggestions made of it. */
export {
  bringAllBack,
  bringBack,
  follow,
  forget,
  forgetAll,
  isFinished,
  keepLike,
  nextChapter,
  note,
  placeAddress,
  refuse,
  wantAgain,
  type Change,
} from './changes.ts'
export {
  changeReading,
  keepsReading,
  onReading,
  readingOf,
  turnReading,
  turnSuggestions,
  wantsSuggestions,
  type ReadingWindow,
} from './device.ts'
export { cut, EMPTY, MOST_LIKE, type Like, type LikeOne, type Opened, type ReadingHistory } from './opened.ts'
