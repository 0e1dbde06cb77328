// Bounds of pictures and files. Each is said once, here.

const megabyte = 1024 * 1024

/** Bytes of a file as it is given in. */
export const largestGiven = 12 * megabyte
/** Bytes of a file that is kept: a variant of a picture, or a document, which is kept as it was given. */
export const largestKept = 8 * megabyte
/** Bytes of one part on its way in: in base64 it fits into one request with room to spare. */
export const partBytes = 36 * 1024
/** Bytes of one piece of a kept file on its way out. */
export const pieceBytes = megabyte
/** Bytes that one library keeps. */
export const mostBytes = 2048 * megabyte
/** Pictures and files of one library. */
export const mostAssets = 5_000
/** Files of one library that are on their way in or wait to be worked on. */
export const mostOpen = 20
/** Of one list. */
export const mostListed = 50
/** Ids in one question of a page. */
export const mostAsked = 60
/** Pages that are named where a file is used. */
export const mostUses = 50
/** Former files that are kept of one asset, for pages that were published with them. */
export const mostFormer = 20
/** Characters. */
export const longestName = 120
export const longestAlt = 300
export const longestCredit = 200
export const longestTitle = 200
export const longestSearch = 60

/** Pixels of a picture: what a good camera makes, and no bomb. */
export const mostPixels = 60_000_000
/** Pixels of a side of what is kept. */
export const longestSide = 8_000
/** Widths in which a picture is kept, as far as it is that wide. */
export const widths: readonly number[] = [480, 960, 1600]
/** Width of the variant for what knows no WebP. */
export const fallbackWidth = 960
/** Pages of a document. */
export const mostPages = 2_000
/** Bytes that the parts of a document may come to when they are unpacked. */
export const mostUnpacked = 64 * megabyte
/** Milliseconds that the work on one file may take. */
export const longestWork = 60_000
/** Bytes of memory that it may take. */
export const mostMemory = 800 * megabyte

const hour = 3600 * 1000
const day = 24 * hour
/** Milliseconds that a file may take to come in. */
export const receivingHolds = day
/** Milliseconds that what was refused, and has nothing to show, is listed. */
export const refusedKept = 7 * day
/** Milliseconds within which what was deleted can be had back. */
export const deletedKept = 30 * day
/** Milliseconds between two looks for what is to go. */
export const sweepEvery = hour
/** Milliseconds that a file stays which nothing names: it may just have been written. */
export const unnamedKept = day
