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
/** Milliseconds after its last sign of life for which somebody counts as at a page. */
export const presentFor = 60_000
/** Milliseconds within which a second sign of life writes nothing. */
export const presentAnew = 5_000
/** Desks at one page that are noted; who comes later works like everybody, and is not shown. */
export const mostDesks = 60
/** Of them, of one person: tabs. */
export const mostDesksOfOne = 5
/** Colleagues in one answer. */
export const mostColleaguesTold = 20
/** Characters of a comment. */
export const longestComment = 2_000
/** Threads of a page that wait for somebody. */
export const mostOpenThreads = 50
/** Settled threads that are kept; the oldest go. */
export const mostSettledThreads = 50
/** Comments in a thread, with the one that began it. */
export const mostInThread = 21
/** Characters of all comments of a page; settled threads make room. */
export const longestTalk = 200_000
/** Milliseconds. */
export const day = 24 * 3600 * 1000
