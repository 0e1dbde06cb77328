// Public door of the record: kernel, what stands beside it, kinds, days. Parsing of EDTF is a door of its own.
export { bounds } from './bounds.ts'
export { dateOf, duration, known, language, line, positionIn, textOf, webAddress } from './details.ts'
export { dateWords } from './date-words.ts'
export { codeWords, countWords, durationWords, fact, listWords, pixelWords, type Fact } from './facts.ts'
export { isoDuration, marcDuration } from './duration.ts'
export { isoDate, isoEnd, isoMoment, statedDate, type Moment, type StatedDate } from './stated.ts'
export { everywhere, idPattern, recordContent, type RecordContent, type RecordOf } from './kernel.ts'
export {
  fileContent,
  holdingContent,
  recordInput,
  textContent,
  witnessContent,
  type FileContent,
  type HoldingContent,
  type Paragraph,
  type RecordInput,
  type TextContent,
  type WitnessContent,
} from './beside.ts'
export { collectionContent, personContent, type CollectionContent, type PersonContent } from './authority.ts'
export {
  defineKind,
  kindsOf,
  UnknownKind,
  type FacetValue,
  type ItemTypes,
  type Kind,
  type KindDeclaration,
  type KindDetailsExport,
  type KindManner,
  type Kinds,
  type KindSearch,
  type KindWith,
  type MarcField,
  type MarcSubfield,
} from './kind.ts'
export { dayOf, dayOfTime, edtfYear, isoDay, statedYear, yearSpan, yearsSpan, type DaySpan } from './days.ts'
