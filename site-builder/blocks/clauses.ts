/** Lines of verse in pieces that a column should not break. */

/** A clause ends after its mark and whatever closes with it. */
const clauseEnd = /(?<=[，。、；：！？,;!?][”’」』》）)]*)(?![，。、；：！？,;!?”’」』》）)])/u

/** The clauses of a line, marks included; joined they give the line back. */
export function clausesOf(line: string): readonly string[] {
  return line.split(clauseEnd).filter((clause) => clause !== '')
}

const length = (text: string): number => [...text].length

function pieces(clause: string, tallest: number): readonly string[] {
  const glyphs = [...clause]
  // A mark may not begin a column: one more character is room enough for it.
  if (glyphs.length <= tallest + 1) return [clause]
  const count = Math.ceil(glyphs.length / tallest)
  return Array.from({ length: count }, (_, n) => glyphs.slice(n * tallest, (n + 1) * tallest).join(''))
}

/**
 * Columns of a vertical setting: a line stands in one column when it fits, else it is parted between clauses, and a
 * clause that no column holds where the column ends.
 * @param tallest characters that a column holds
 */
export function columnsOf(line: string, tallest: number): readonly (readonly string[])[] {
  const columns: string[][] = []
  let room = 0
  for (const clause of clausesOf(line).flatMap((whole) => pieces(whole, tallest))) {
    const needed = length(clause)
    const column = columns.at(-1)
    if (column && needed <= room) {
      column.push(clause)
      room -= needed
    } else {
      columns.push([clause])
      room = tallest - needed
    }
  }
  return columns
}
