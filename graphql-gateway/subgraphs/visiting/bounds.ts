// Bounds of what libraries say of visiting them. Each is said once, here.

/** Languages of one text. */
export const mostLanguages = 10
/** Characters of a name or a title. */
export const longestName = 120
/** Characters of a text in paragraphs. */
export const longestText = 5000
/** Characters of an address on the web. */
export const longestLink = 500
/** Houses, rooms and counters of a library. */
export const mostPlaces = 20
/** Weeks of the year of one place. */
export const mostSeasons = 6
/** Spans of one day. */
export const mostSpans = 4
/** Days that are otherwise, in one library; those that are over may be taken out. */
export const mostExceptions = 200
/** Days before an exception on which it may be told. */
export const longestLead = 60
/** Telephones of a library. */
export const mostTelephones = 10
/** Notices, and events, of one library that are not withdrawn and not over. */
export const mostCurrent = 200
/** Notices in one answer for readers. */
export const mostNotices = 50
/** Events in one answer for readers. */
export const mostEvents = 100
/** Days of opening in one answer. */
export const mostDays = 60
/** Days from today to the first that may be asked for. */
export const farthestDay = 400
/** Milliseconds for which a change that somebody has begun is theirs; then another may take its place. */
export const claimHolds = 10_000
