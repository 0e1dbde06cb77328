// Door of the exports: every format of a record of any kind.
export { formats } from './formats.ts'
export type { Cited, CitedChapter, CitedRecord } from './cited.ts'
