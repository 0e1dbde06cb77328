/** Lines of verse in pieces that a column should not break. */

/** A clause ends after its mark and whatever closes with it. */
const clauseEnd = /(?<=[，。、；：！？,;!?][”’」』》）)]*)(?![，。、；：！？,;!?”’」』》）)])/u

/** The clauses of a line, marks included; joined they give the line back. */
export function clausesOf(line: string): readonly string[] {
  return line.split(clauseEnd).filter((clause) => clause !== '')
}
