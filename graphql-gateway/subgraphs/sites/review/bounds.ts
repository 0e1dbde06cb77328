// Bounds of review. Each is said once, here.

/** Characters of what somebody says with an approval, or when they ask for a look. */
export const longestWords = 300
/** Days for which an approval is kept; longer than a publication can be planned ahead. */
export const approvalsKeptFor = 400
/** Approvals of former states in one answer. */
export const mostLapsed = 10
