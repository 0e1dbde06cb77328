// How much one reader may keep. Each bound is said once, here; the sentences that readers of the API get name them.

/** Records on the shelf. */
export const shelfCapacity = 1000
/** Records in a list. */
export const listCapacity = 500
/** Lists of a reader that are not removed. Requests that run at the same moment may pass it by one each. */
export const mostLists = 100
/** Removed lists of a reader that can still be brought back; the oldest go first. */
export const mostRemovedLists = 20
/** Days after which a removed list is gone, and a merge is forgotten. */
export const daysKept = 30
/** Characters of the name of a list. */
export const longestName = 60
/** Characters of a title beside a record; longer ones are cut. */
export const longestTitle = 200
/** Children that one guardian looks after. Requests that run at the same moment may pass it by one each. */
export const mostChildren = 20
/** Merges of a reader that are remembered; a client brings all it has in a few. */
export const mostMerges = 500
/** Records that one merge brings; a client with more sends several. */
export const mostMerged = 200
/** Records of a history; the oldest go. */
export const longestHistory = 500
/** Times that a history was turned on or off which are remembered. */
export const mostConsents = 100
/** Saved searches of a reader that are not removed. Requests that run at the same moment may pass it by one each. */
export const mostSearches = 50
/** Removed searches of a reader that can still be brought back; the oldest go first. */
export const mostRemovedSearches = 20
