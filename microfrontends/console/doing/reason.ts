/** Reasons, as the graph takes them. */

/** Characters. */
export const LONGEST_REASON = 300

/** Says something, and no more than the graph takes. */
export function isReason(text: string): boolean {
  const { length } = [...oneLine(text)]
  return length > 0 && length <= LONGEST_REASON
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
