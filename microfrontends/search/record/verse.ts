/** How verse is set: one couplet a line, and a line that must break breaks between clauses. */

const CLAUSE = /[^，。！？；：]*[，。！？；：]+[」』”’）〕》〉]*|[^，。！？；：]+/gu

/** The clauses of a line with their punctuation; joined, they give the line again. */
export function clauses(line: string): readonly string[] {
  return line.match(CLAUSE) ?? []
}
