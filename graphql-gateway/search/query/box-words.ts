/** Cuts what was typed into the search box into words, quotes and signs. */

import { boxFields } from '@shuxiang/vocabulary'
import { scanRuns } from '../analysis/scan.ts'
import { wholeKey } from '../analysis/tokens.ts'
import type { QueryField } from '../contract.ts'
import { pastedRecord } from './pasted-address.ts'

/** A word of the box, or a sign between words. */
export type BoxToken =
  | {
      readonly type: 'word'
      readonly text: string
      readonly field: QueryField
      readonly quoted: boolean
      readonly excluded: boolean
    }
  | { readonly type: 'AND' | 'OR' | 'NOT' | 'close' }
  /** An opened bracket; what stands before it holds for all that is inside. */
  | { readonly type: 'open'; readonly field: QueryField; readonly excluded: boolean }

export type BoxWord = Extract<BoxToken, { readonly type: 'word' }>

/** Names of fields in simplified characters; any script, width and case is read. */
const FIELD_NAMES: ReadonlyMap<string, QueryField> = new Map([
  ...boxFields.flatMap(({ id, names: list }) => names(id, list)),
])

/** What closes a quote: the signs of one kind stand for each other, for people type what the keyboard gives. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ...[...'"＂“”„‟〝〞'].map((sign) => [sign, '"＂”“〞〟'] as const),
  ['「', '」'],
  ['『', '』'],
])

const MINUS = /[-－−﹣–]/

/** At most `most` tokens of an input without invisible characters. Brackets are signs only where `grouped`. */
export function boxTokens(input: string, most: number, grouped: boolean): readonly BoxToken[] {
  const tokens: BoxToken[] = []
  let at = 0
  while (at < input.length && tokens.length < most) {
    if (/\s/.test(input.charAt(at))) {
      at++
      continue
    }
    if (grouped && /[)）]/.test(input.charAt(at))) {
      tokens.push({ type: 'close' })
      at++
      continue
    }
    const operator = operatorAt(input, at)
    if (operator) {
      tokens.push({ type: operator.type })
      at = operator.end
      continue
    }
    const sign = signsAt(input, at)
    at = sign.end
    if (grouped && /[(（]/.test(input.charAt(at))) {
      tokens.push({ type: 'open', field: sign.field, excluded: sign.excluded })
      at++
      continue
    }
    const closing = CLOSING.get(input.charAt(at))
    const end = closing === undefined ? wordEnd(input, at, grouped) : closingAt(input, at, closing)
    const text = input.slice(closing === undefined ? at : at + 1, end)
    if (scanRuns(text).length > 0) {
      tokens.push({
        type: 'word',
        // An address is searched for by its id: its other words stand in no record.
        text: pastedRecord(text) ?? text,
        field: sign.field,
        quoted: closing !== undefined,
        excluded: sign.excluded,
      })
    }
    at = Math.max(closing === undefined ? end : end + 1, at + 1)
  }
  return tokens
}

/** AND, OR and NOT in capitals, standing alone. */
function operatorAt(
  input: string,
  at: number,
): { readonly type: 'AND' | 'OR' | 'NOT'; readonly end: number } | null {
  const found = /^([ANDORTＡＮＤＯＲＴ]{2,3})(?=[\s()（）]|$)/.exec(input.slice(at, at + 4))
  const word = found?.[1]?.normalize('NFKC')
  if (!found || (word !== 'AND' && word !== 'OR' && word !== 'NOT')) return null
  return { type: word, end: at + found[0].length }
}

interface Signs {
  readonly field: QueryField
  readonly excluded: boolean
  readonly end: number
}

/** The minus and the field name before a word, in either order; the last of several names counts. */
function signsAt(input: string, from: number): Signs {
  let field: QueryField = 'any'
  let excluded = false
  let at = from
  for (;;) {
    if (MINUS.test(input.charAt(at)) && /\S/.test(input.charAt(at + 1))) {
      excluded = true
      at++
      continue
    }
    const named = fieldAt(input, at)
    // A name with nothing behind it is a word: nobody looks for no author.
    if (!named || named.end >= input.length) return { field, excluded, end: at }
    field = named.field
    at = named.end
  }
}

function fieldAt(input: string, at: number): { readonly field: QueryField; readonly end: number } | null {
  const found = /^([a-zａ-ｚ]{2,10}|\p{Script=Han}{2,4})\s{0,8}[:：﹕]+[:：﹕\s]*/iu.exec(
    input.slice(at, at + 80),
  )
  const field = FIELD_NAMES.get(wholeKey(found?.[1] ?? ''))
  return found && field ? { field, end: at + found[0].length } : null
}

/** Where the quote ends; an open quote runs to the end of the input. */
function closingAt(input: string, opening: number, closing: string): number {
  for (let at = opening + 1; at < input.length; at++) if (closing.includes(input.charAt(at))) return at
  return input.length
}

/** Where a bare word ends: at a space, where a quote opens, at a bracket that is a sign. */
function wordEnd(input: string, from: number, grouped: boolean): number {
  let at = from
  while (at < input.length && !/\s/.test(input.charAt(at)) && !CLOSING.has(input.charAt(at))) {
    if (grouped && /[()（）]/.test(input.charAt(at))) break
    at++
  }
  return at
}

/** True for a field name with its colon and nothing else. */
export function isNameOnly(token: BoxToken): boolean {
  return token.type === 'word' && !token.quoted && fieldAt(token.text, 0)?.end === token.text.length
}

function names(field: QueryField, list: string): readonly (readonly [string, QueryField])[] {
  return list.split(' ').map((name) => [wholeKey(name), field] as const)
}
