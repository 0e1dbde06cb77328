// Bounds of what is kept about roles. Each is said once, here.

/** Characters of a reason. */
export const longestReason = 300
/** Characters of a user name. */
export const longestUsername = 200
/** Days after which a role has to be given anew. */
export const daysOfRole = 366
/** Days that a proposal waits for a second person. */
export const daysOfProposal = 30
/** Proposals in one answer; there are hardly ever more that wait. */
export const mostProposals = 200
/** Entries of the audit log in one answer. */
export const mostEntries = 100
/** Milliseconds for which a change that somebody has begun is theirs; then another may take its place. */
export const claimHolds = 60_000
/** Milliseconds. */
export const day = 24 * 3600 * 1000
