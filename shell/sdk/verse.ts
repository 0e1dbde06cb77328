/** Verses of a text: where one ends, and the place of each on the page of the record. */
export { verseId, versesBefore, versesOf } from '@shuxiang/vocabulary/verse'
