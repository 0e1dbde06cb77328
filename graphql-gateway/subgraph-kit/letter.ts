// What readers write without an account: its short texts, and the sign by which they may ask for it.
import { createHash } from 'node:crypto'
import { badInput } from './errors.ts'
import { oneLine } from './one-line.ts'

/** Without letters and digits that are taken for others. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Six signs that follow from the id: whoever sends it twice is told the same. */
export function letterReference(id: string): string {
  const digest = createHash('sha256').update(id).digest()
  return [...digest.subarray(0, 6)].map((byte) => signs[byte % signs.length]).join('')
}

/** As it is kept. Errors: BAD_USER_INPUT for more than `most` characters (`long`). */
export function shortLine(argument: string, text: string, most: number): string {
  const line = text.length > 4 * most ? null : oneLine(text)
  if (line === null || [...line].length > most)
    throw badInput(`${argument}: give a line of at most ${most} characters.`, 'long')
  return line
}
