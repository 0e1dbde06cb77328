// What a search may ask for, each bound said once: engines refuse what is beyond, resolvers name the argument, pages do
// not offer it.

/** Characters (UTF-16 units) of a query; programs may send a whole page of text. */
export const LONGEST_QUERY = 10_000
/** Characters that a box takes; a page cuts a longer query and says so: nobody types it, and each costs work. */
export const LONGEST_BOX = 300
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
/** Values told of a facet, as many as a page of browsing lists; how many there are is told in any case. */
export const MOST_FACET_VALUES = 1_000
/** Suggestions for a beginning. */
export const MOST_SUGGESTIONS = 20
/** Characters of a beginning; no title has so long a one that more of it tells it apart. */
export const LONGEST_PREFIX = 100
/** Chapters named of a hit. */
export const MOST_CHAPTERS_TOLD = 10
/** Characters of a snippet of a chapter. */
export const LONGEST_SNIPPET = 1_000
