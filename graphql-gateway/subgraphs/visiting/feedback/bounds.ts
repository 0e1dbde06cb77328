// Bounds of what readers write to libraries. Each is said once, here.

/** Characters of a message. */
export const longestMessage = 2000
/** Characters of a telephone number or an address of mail. */
export const longestContact = 100
/** Characters of what came of it. */
export const longestNote = 500
/** Messages to one library in 24 hours: more than anybody answers, and far fewer than would hide the others. */
export const mostADay = 300

/** Milliseconds. */
export const day = 24 * 60 * 60 * 1000
/** Milliseconds after it was settled for which the way to reach somebody is kept. */
export const contactKept = 30 * day
/** Milliseconds after it was settled for which what they wrote is kept: a year's report is made of it. */
export const messageKept = 400 * day
/** Milliseconds after which a message goes that nobody has settled. */
export const openKept = 730 * day
