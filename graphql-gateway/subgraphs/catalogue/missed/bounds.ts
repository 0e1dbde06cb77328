// Bounds of what is kept of searches that found nothing. Each is said once, here.

/** Characters of a search that is kept; a longer one is a text that somebody pasted. */
export const longestKept = 60
/** Digits in a row that may be a telephone, a card or an identity number: a search with them is never kept. */
export const digitsOfSomebody = 8
/** Different searches of one site and day. */
export const mostADay = 200
/** Moments at which a search must have been made before anybody is shown it. */
export const shownFrom = 3
/** Milliseconds between two moments: who types the same again and again does so at one moment. */
export const momentsApart = 60 * 60 * 1000
/** Searches that may wait to be counted in one process; more are let go. */
export const mostWaiting = 50
/** Days for which they are kept. */
export const keptDays = 90
/** Days that are looked back at. */
export const shownDays = 28
/** Searches that are shown. */
export const mostShown = 20
