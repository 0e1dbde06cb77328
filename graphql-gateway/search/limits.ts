/**
 * What a search may ask for, each bound said once: the engines refuse what is beyond, resolvers say so in the words of
 * their arguments, pages do not offer it. Plain numbers, so that the browser may read them too.
 */

/** Characters (UTF-16 units) of what is typed in the box; nobody types so much, and a few words find more. */
export const LONGEST_QUERY = 10_000
/** Records of one page. */
export const LARGEST_PAGE = 100
/** Records that a page may skip by number; a place behind a record goes on to the end. */
export const DEEPEST_OFFSET = 10_000
/** Filters of one request. */
export const MOST_FILTERS = 12
/** Values of one filter, any of which a record may have. */
export const MOST_FILTER_VALUES = 50
/** Characters of a value of a filter. */
export const LONGEST_FILTER_VALUE = 200
/** Ranges of dates of one request. */
export const MOST_RANGES = 12
/** Scopes of one request: a library, what it belongs to, and the nation. */
export const MOST_SCOPES = 64
/** Facets counted for one request. */
export const MOST_FACETS = 32
/** Values told of a facet; how many there are is told in any case. */
export const MOST_FACET_VALUES = 100
/** Suggestions for a beginning. */
export const MOST_SUGGESTIONS = 20
/** Characters of a beginning; no title has so long a one that more of it tells it apart. */
export const LONGEST_PREFIX = 100
/** Chapters named of a hit. */
export const MOST_CHAPTERS_TOLD = 10
/** Characters of a snippet of a chapter. */
export const LONGEST_SNIPPET = 1_000

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
