/** Editors' brackets in a text: 出上[蘭] has a last character that an editor supplied. */

/** A piece of a text; joined, brackets put back, the pieces give the text again. */
export interface TextPiece {
  readonly text: string
  /** The brackets around a supplied piece, null for what the source has itself. */
  readonly brackets: readonly [opening: string, closing: string] | null
}

/** As the search passes over them (its `editorial.ts`): a few characters in square, tortoise-shell or lens brackets. */
const SUPPLIED = /([[［〔【〖])(\p{Script=Han}{1,4})([\]］〕】〗])/gu

/** True when an editor may have supplied something. */
export function isEdited(text: string): boolean {
  return /[[［〔【〖]/u.test(text)
}

/** The pieces of a text in order. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const { 0: whole, 1: opening = '', 2: inside = '', 3: closing = '', index } of text.matchAll(
    SUPPLIED,
  )) {
    if (index > at) pieces.push({ text: text.slice(at, index), brackets: null })
    pieces.push({ text: inside, brackets: [opening, closing] })
    at = index + whole.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), brackets: null })
  return pieces
}
