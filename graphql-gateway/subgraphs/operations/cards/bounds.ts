// Bounds of a library's list of cards. Each is said once, here.

/** Bytes of a file. */
export const largestFile = 5 * 1024 * 1024
/** Bytes of one part of it: in base64 it fits into one request with room to spare. */
export const partBytes = 36 * 1024
/** Lines with a card. */
export const mostLines = 50_000
export const mostColumns = 60
/** Characters of one cell; longer ones are no name, number or date. */
export const longestCell = 400
/** Lines that are kept to be looked at, of those that are refused or ask something. */
export const mostKeptLines = 5_000
/** Of these in one answer. */
export const linesAtOnce = 500
/** Lines that go to the registry at once; as many are done again at most when a process ends midway. */
export const batch = 500
/** Lists of one library that are neither imported nor given up. */
export const mostOpen = 10
/** Lists in one answer. */
export const mostListed = 50
/** Milliseconds that a list is kept: it names people. */
export const listKept = 7 * 24 * 3600 * 1000
/** Codes that are issued at once. */
export const codesAtOnce = 100
/** Cards in one answer. */
export const cardsAtOnce = 100
/** Characters of a file's name. */
export const longestFileName = 120
