// Names under which people sign in: how a typed one is folded, and what shape one must have.

/** Longest name, as the realm's user profile has it. */
export const longestName = 80
/** Longest card number: a library's code and the stroke must have room beside it. */
export const longestCard = 60

const nameShape = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?$/
const cardShape = /^[a-z0-9-]+$/
const libraryShape = /^[a-z][a-z0-9-]{0,18}$/

/**
 * Full-width letters and digits become plain ones (NFKC), capitals small, dashes of all kinds hyphens; spaces go. Letters
 * of other scripts stay what they are, so that a name which only looks like another is refused by its shape.
 */
export function foldName(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .toLowerCase()
}

export const isName = (folded: string): boolean =>
  folded.length <= longestName && folded.length >= 3 && nameShape.test(folded)

export const isCard = (folded: string): boolean => folded.length <= longestCard && cardShape.test(folded)

/** A library's code stands in names and in host names. */
export const isLibraryCode = (code: string): boolean => libraryShape.test(code)

export const nameOfCard = (library: string, card: string): string => `${library}/${card}`
