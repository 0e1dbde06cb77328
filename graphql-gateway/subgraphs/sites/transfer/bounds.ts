// Bounds of a site as one file.
import { mostPages } from '../store/read.ts'

const megabyte = 1024 * 1024

/** Bytes of the whole file. It is not packed, so it is never more than it looks. */
export const largestArchive = 512 * megabyte
/** Pictures and files in it. */
export const mostArchivedAssets = 1_000
/** Bytes of one of them, and of each other file in it. */
export const largestMember = 12 * megabyte
/** Pages, pictures and files, and what says what they are. */
export const mostMembers = mostPages + mostArchivedAssets + 3
