/** Reads what a person typed into the one search box. Every text is a query; none is an error. */

import { identifierKey } from '../analysis/identifier.ts'
import { scanRuns } from '../analysis/scan.ts'
import { isSyllable } from '../analysis/syllables.ts'
import type { QueryField, QueryNode } from '../contract.ts'
import type { Leaf } from './clause.ts'

const LONGEST_INPUT = 10_000
const MOST_TERMS = 32

const FIELD_NAMES: ReadonlyMap<string, QueryField> = new Map([
  ...names('title', 'title ti 题名 題名 标题 標題 书名 書名 篇名'),
  ...names('creator', 'author creator au 作者 著者 责任者 責任者'),
  ...names('subject', 'subject su 主题 主題 关键词 關鍵詞'),
  ...names('body', 'text body 正文 全文'),
  ...names('identifier', 'isbn issn doi id 标识符 標識符 索书号 索書號 文号 文號'),
])

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
])

/** One word of the box before it becomes a leaf. */
interface Word {
  readonly text: string
  readonly field: QueryField
  readonly quoted: boolean
  readonly excluded: boolean
}

/**
 * `"…"`, `“…”` and `「…」` are phrases, a leading minus excludes, `title:` `author:` `subject:` `isbn:` (also
 * in Chinese, also with a full-width colon) name a field, a trailing `*` opens a Latin word. Everything else
 * is words that must all be there. Blank is every record; a text without letters is none. Read up to 10,000
 * characters and 32 words; the rest is left out.
 */
export function parseBox(text: string): QueryNode {
  const input = text.slice(0, LONGEST_INPUT)
  if (input.trim() === '') return { type: 'all' }
  if (isSpacedIdentifier(input)) return { type: 'term', field: 'any', text: input.trim() }
  const words = joinSyllables(readWords(input)).slice(0, MOST_TERMS)
  const nodes = words.map((word): QueryNode => {
    const leaf = leafOf(word)
    return word.excluded ? { type: 'not', node: leaf } : leaf
  })
  const [only] = nodes
  return nodes.length === 1 && only ? only : { type: nodes.length === 0 ? 'or' : 'and', nodes }
}

function leafOf(word: Word): Leaf {
  if (word.quoted) return { type: 'phrase', field: word.field, text: word.text }
  const open = /^[^*]{2,}\*$/.test(word.text)
  return { type: open ? 'prefix' : 'term', field: word.field, text: word.text.replace(/\*+$/, '') }
}

function readWords(input: string): readonly Word[] {
  const words: Word[] = []
  let at = 0
  // Joining syllables shortens the list, so a few more than the limit are read.
  while (at < input.length && words.length < MOST_TERMS * 4) {
    if (/\s/.test(input.charAt(at))) {
      at++
      continue
    }
    const excluded = /[-－−]/.test(input.charAt(at)) && /\S/.test(input.charAt(at + 1))
    if (excluded) at++
    const named = fieldAt(input, at)
    at = named.end
    const quoted = CLOSING.has(input.charAt(at))
    const end = quoted ? closingAt(input, at) : spaceAt(input, at)
    const text = input.slice(quoted ? at + 1 : at, end)
    if (scanRuns(text).length > 0) words.push({ text, field: named.field, quoted, excluded })
    at = quoted ? end + 1 : end
  }
  return words
}

function fieldAt(input: string, at: number): { readonly field: QueryField; readonly end: number } {
  const found = /^([a-z]{2,10}|\p{Script=Han}{2,4})[:：]/iu.exec(input.slice(at, at + 12))
  const field = found?.[1] === undefined ? undefined : FIELD_NAMES.get(found[1].toLowerCase())
  return found && field ? { field, end: at + found[0].length } : { field: 'any', end: at }
}

/** Where the quote ends; an open quote runs to the end of the input. */
function closingAt(input: string, opening: number): number {
  const closing = input.indexOf(CLOSING.get(input.charAt(opening)) ?? '', opening + 1)
  return closing === -1 ? input.length : closing
}

/** Where a bare word ends: at a space, or where a quote opens. */
function spaceAt(input: string, from: number): number {
  let at = from
  while (at < input.length && !/\s/.test(input.charAt(at)) && !CLOSING.has(input.charAt(at))) at++
  return Math.max(at, from + 1)
}

/** `li bai` is one name typed with spaces: single syllables that follow each other become one word. */
function joinSyllables(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (before && isBareSyllables(before) && isBareSyllables(word)) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${word.text}` }
    } else {
      joined.push(word)
    }
  }
  return joined
}

function isBareSyllables(word: Word): boolean {
  if (word.quoted || word.excluded || word.field !== 'any') return false
  return word.text.split(' ').every((part) => isSyllable(part.toLowerCase()))
}

/** Numbers typed in groups, as an ISBN stands on a cover. */
function isSpacedIdentifier(input: string): boolean {
  return /^[\d\s‐-―-]{8,30}[xX]?\s*$/.test(input) && /^(\d{13}|\d{7}[\dx])$/.test(identifierKey(input))
}

function names(field: QueryField, list: string): readonly (readonly [string, QueryField])[] {
  return list.split(' ').map((name) => [name, field] as const)
}
