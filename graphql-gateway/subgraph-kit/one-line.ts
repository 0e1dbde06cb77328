// Texts of one line, such as a name or a reason, as people type them.

/** The text as it is kept: composed, white space and controls as single blanks. Null for what is no text: half of a character. */
export function oneLine(text: string): string | null {
  if (!text.isWellFormed()) return null
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}
