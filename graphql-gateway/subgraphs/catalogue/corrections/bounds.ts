// Bounds of reports of errors. Each is said once, here.

/** Characters of what is wrong, and of how it should read. */
export const longestWords = 500
/** Characters of where that is seen. */
export const longestSource = 300
/** Characters of a telephone number or an address of mail. */
export const longestContact = 100
/** Characters of a reason. */
export const longestReason = 500
/** Reports in 24 hours: more than anybody looks at. */
export const mostADay = 1000
/** Reports of one record in 24 hours, so that one text does not hide the others. */
export const mostOfARecord = 40

/** Milliseconds. */
export const day = 24 * 60 * 60 * 1000
/** Milliseconds after it was decided for which the way to reach somebody is kept. */
export const contactKept = 30 * day
/** Milliseconds after it was declined or settled for which the words are kept. */
export const wordsKept = 400 * day
/** Milliseconds after which the contact of a report goes that nobody has decided. */
export const openContactKept = 730 * day
