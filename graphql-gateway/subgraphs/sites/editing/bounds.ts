// Bounds of editing. Each is said once, here; who meets one is told.

/** Edits in one save. */
export const mostOpsInSave = 200
/** Edits of one person in a minute: more than anybody types, less than would fill the store. */
export const mostOpsInMinute = 600
/** Characters of a page's document as JSON. */
export const longestDocument = 500_000
/** Clashes of a page that nobody has looked at; beyond it the page takes no edits that clash. */
export const mostClashes = 100
/** Former addresses of a page that lead to it. */
export const mostFormerPaths = 20
/** Revisions of one page that somebody gave a name. */
export const mostNamed = 100
/** Revisions in one answer. */
export const mostRevisionsListed = 100
/** Days for which a page that was taken away can be brought back. */
export const daysInBin = 30
/** Days for which single edits are kept, and may come a second time without doing anything twice. */
export const daysOfOps = 30
/** Characters of a path. */
export const longestPath = 200
/** Characters of a title of a page. */
export const longestTitle = 200
/** Milliseconds. */
export const day = 24 * 3600 * 1000
