// Texts on their way into a line- or tag-based format.
import { recordAddress } from '@shuxiang/vocabulary'

/** One line: controls, line breaks and lone surrogates become spaces or go, runs of space become one. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Absolute address of a record; null when the installation gave no origin. */
export function absoluteUrl(origin: string, id: string): string | null {
  return origin === '' ? null : origin + recordAddress(id)
}
