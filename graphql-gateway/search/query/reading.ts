/** How the box was read, for the page to say so where somebody wrote signs and not only words. */

import type { QueryNode, Reading, ReadingPiece } from '../contract.ts'
import { readBox } from './parse-box.ts'

/** Null for plain words, and for a text without any. */
export function readingOf(text: string): Reading | null {
  const { node, syntax } = readBox(text)
  const pieces = piecesOf(node, false)
  return syntax && pieces.length > 0 ? { pieces, literal: literally(text) } : null
}

function piecesOf(node: QueryNode, inside: boolean): readonly ReadingPiece[] {
  switch (node.type) {
    case 'all':
      return []
    case 'term':
    case 'phrase':
    case 'prefix':
      return [node]
    case 'not':
      return [{ type: 'not' }, ...piecesOf(node.node, true)]
    case 'and':
    case 'or': {
      const { type } = node
      const list = node.nodes.flatMap((child, at): readonly ReadingPiece[] =>
        at === 0 ? piecesOf(child, true) : [{ type }, ...piecesOf(child, true)],
      )
      return inside && list.length > 1 ? [{ type: 'open' }, ...list, { type: 'close' }] : list
    }
  }
}

/** A word that is a sign, or holds one, is quoted; the quotes of the reader are taken away. */
function literally(text: string): string {
  const words = text
    .replace(/["＂“”„‟〝〞「」『』]/gu, ' ')
    .trim()
    .split(/\s+/)
  return words.map((word) => (/^\p{Script=Han}+$|^[a-z]+$/u.test(word) ? word : `"${word}"`)).join(' ')
}
