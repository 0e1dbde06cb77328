/** How a life is told to begin: whole sentences, as many as are read at a glance. */

const enough = 60
const longest = 140
/** Behind a full stop and whatever closes a quotation there. */
const ends = /(?<=[。！？!?][”’」』）)]?)(?![”’」』）)。！？!?])/u

/** A dash for the name and the years in brackets, as lists of authors begin: both stand beside it already. */
const opening = /^[-—–－\s]*(?:[(（][^()（）]{0,40}[)）])?[\s，,]*/u

/** One sentence, or two where the first is short; what is longer than a glance ends with an ellipsis. */
export function beginningOfLife(biography: string): string {
  const text = biography.slice(0, 1_000).replace(/\s+/gu, ' ').replace(opening, '').trim()
  const [first = '', second = ''] = text.split(ends)
  const glyphs = [...([...first].length < enough ? first + second : first).trim().toWellFormed()]
  return glyphs.length > longest ? `${glyphs.slice(0, longest).join('')}……` : glyphs.join('')
}
