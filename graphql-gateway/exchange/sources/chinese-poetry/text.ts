// Texts of the package, cleaned and cut to the bounds of the catalogue.
import { bounds } from '@shuxiang/record'

/** Characters that the package spells as parts in braces, such as {亻思}: the character itself, where it is known. */
export type SpelledOut = ReadonlyMap<string, string>

/** One line of text: no controls, no bidi marks, no runs of space. */
export function cleanLine(text: string, spelled: SpelledOut, limit: number): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, ' ')
    .replace(/\{[^{}]{1,40}\}/g, (part) => spelled.get(part) ?? part)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  return line.length <= limit ? line : `${line.slice(0, limit - 1).toWellFormed()}…`
}

export type ParagraphKind = 'verse' | 'prose' | 'heading' | 'preface' | 'note'

export interface Paragraph {
  readonly text: string
  readonly kind: ParagraphKind
}

export function paragraphs(
  lines: readonly string[],
  kind: ParagraphKind,
  spelled: SpelledOut,
): readonly Paragraph[] {
  return lines
    .map((line) => ({ text: cleanLine(line, spelled, bounds.paragraph), kind }))
    .filter(({ text }) => text !== '')
    .slice(0, bounds.paragraphs)
}

/** Verse lines that lost their last mark in the package get a full stop. */
export function punctuated(lines: readonly string[]): string[] {
  return lines.map((line) => (/[\p{Script=Han}]$/u.test(line.trim()) ? `${line.trim()}。` : line))
}

/** Clauses of a text: what stands between marks, Han only. */
export function clauses(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.replace(/[（(][^）)]*[）)]/g, '').split(/[，。？！；：、,.?!;:\s]+/u))
    .map((clause) => clause.replace(/[^\p{Script=Han}□○]/gu, ''))
    .filter((clause) => clause !== '')
}
