// Character classes of PCRE without UCP: shorthands and POSIX names are ASCII; case folds one code point to one.

/** Whether one code point fits. */
export type Test = (code: number) => boolean

const isDigit: Test = (c) => c >= 48 && c <= 57
/** PCRE's `\w` without UCP: ASCII only. */
export const isWord: Test = (c) => isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95
export const isSpace: Test = (c) => c === 32 || (c >= 9 && c <= 13)
const isBlank: Test = (c) => c === 32 || c === 9 || c === 0xa0
export const not =
  (test: Test): Test =>
  (c) =>
    !test(c)
export const between =
  (from: number, to: number): Test =>
  (c) =>
    c >= from && c <= to

export const posix: Readonly<Record<string, Test>> = {
  alpha: (c) => isWord(c) && !isDigit(c) && c !== 95,
  digit: isDigit,
  alnum: (c) => isWord(c) && c !== 95,
  upper: between(65, 90),
  lower: between(97, 122),
  space: isSpace,
  blank: (c) => c === 32 || c === 9,
  punct: (c) => c > 32 && c < 127 && !(isWord(c) && c !== 95),
  word: isWord,
  xdigit: (c) => isDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102),
  cntrl: (c) => c < 32 || c === 127,
  print: between(32, 126),
  graph: between(33, 126),
}

export const shorthand: Readonly<Record<string, Test>> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
  h: isBlank,
  H: not(isBlank),
  N: (c) => c !== 10,
}
export const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, e: 27, a: 7, v: 11 }

const single = (text: string, code: number): number => {
  const first = text.codePointAt(0) ?? code
  return text.length === (first > 0xffff ? 2 : 1) ? first : code
}
/** The small letter of a code point, where that is one code point. */
export const fold = (code: number): number => single(String.fromCodePoint(code).toLowerCase(), code)
/** Its capital letter. */
export const unfold = (code: number): number => single(String.fromCodePoint(code).toUpperCase(), code)
