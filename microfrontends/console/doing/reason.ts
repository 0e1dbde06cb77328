/** Reasons, as the graph takes them. */

/** Characters. */
export const LONGEST_REASON = 300

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
