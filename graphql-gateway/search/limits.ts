/** What a record may bring into the index. The bounds of a request stand in the vocabulary, for pages read them too. */

/**
 * Characters (UTF-16 units) of one record that are indexed, its own text and its chapters together; what follows is
 * not found, and the record's hits say so. The longest classic of the first collection has 230,000, a novel of 120
 * chapters 900,000. Everything that reads a text for search reads it up to here.
 */
export const LONGEST_TEXT = 1_000_000
/** Chapters of a work; their numbers stand beside the record's in one number of the index. */
export const MOST_CHAPTERS = 2_000
/** Libraries and regions that a record is open to, one by one; what all may see has the scope `*` instead. */
export const MOST_RECORD_SCOPES = 20_000
/** Named dates of a record, and as many named numbers to sort by. */
export const MOST_NAMED = 32
/** Characters of an id, and of a scope. */
export const LONGEST_ID = 512
/** Days before and after 0001-01-01: a million years. */
export const FURTHEST_DAY = 366_000_000
/** UTF-16 units of a snippet before its first found word: two lines of a phone have the word. */
export const SNIPPET_BEFORE = 8
/** Meant texts of one answer: more are no help. */
export const MOST_MEANT = 3
/** Characters of a text whose meaning is looked for: who pastes more does not mistype. */
export const LONGEST_MEANT = 120
