/** Which characters a reader of today may mean as words of their own: those of GB/T 2312. */

/** Rows of GB/T 2312 with Han characters; a cell between 0xa1 and 0xfe. */
const FIRST_ROW = 0xb0
const LAST_ROW = 0xf7

/** The 6,763 characters of GB/T 2312. */
export function commonCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb2312')
  const chars = new Set<string>()
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) chars.add(decoder.decode(new Uint8Array([row, cell])))
  }
  return new Set([...chars].filter((char) => /^\p{Script=Han}$/u.test(char)))
}
