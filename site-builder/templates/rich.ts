/** Rich text as templates write it: headings, paragraphs and lists of plain words with links. Blocks check it when it is drawn. */
import type { Json } from '@shuxiang/site-model'

/** Words, or a link as `[words, path]`. */
type Piece = string | readonly [words: string, path: string]

const runs = (pieces: readonly Piece[]): Json[] =>
  pieces.map((piece) =>
    typeof piece === 'string' ? { text: piece } : { text: piece[0], marks: [{ type: 'link', to: piece[1] }] },
  )

export const heading = (text: string): Json => ({ type: 'heading', level: 2, runs: [{ text }] })
export const paragraph = (...pieces: readonly Piece[]): Json => ({ type: 'paragraph', runs: runs(pieces) })
export const list = (...items: readonly (readonly Piece[])[]): Json => ({
  type: 'list',
  ordered: false,
  items: items.map(runs),
})
export const rich = (...nodes: readonly Json[]): Json[] => [...nodes]

/** A run in another language than the text around it, for faces and for who listens. */
export const runsIn = (tag: string, text: string): Json => ({ text, marks: [{ type: 'language', tag }] })
