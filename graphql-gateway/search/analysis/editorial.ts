/**
 * Editors' brackets inside words: `出上[蘭]` is one word whose last character an editor supplied. A label before a
 * verse (`［生上］乐守清贫`) or a note is no such mark.
 */

const OPENING = new Set([...'[［〔【〖（('].map((mark) => mark.codePointAt(0)))

/** One to four supplied characters after another: 百年[神畏]. */
const SUPPLIED = /[[［〔【〖]\p{Script=Han}{1,4}[\]］〕】〗]/uy
/** One supplied character at the beginning of a verse: [爽]節在重九. */
const SUPPLIED_FIRST = /[[［〔【〖]\p{Script=Han}[\]］〕】〗](?=\p{Script=Han})/uy
/** One character corrected or explained in the middle: 毫（鶴）立. At the end it counts (其一, 上). */
const CORRECTED = /[（(]\p{Script=Han}[）)](?=\p{Script=Han})/uy

export function isOpeningBracket(codePoint: number): boolean {
  return OPENING.has(codePoint)
}

/** Where the closing bracket of an editor's mark opened at `at` stands, or -1 when it is none. */
export function closingBracket(text: string, at: number, afterHan: boolean): number {
  for (const mark of afterHan ? [SUPPLIED, CORRECTED] : [SUPPLIED_FIRST]) {
    mark.lastIndex = at
    if (mark.test(text)) return mark.lastIndex - 1
  }
  return -1
}
