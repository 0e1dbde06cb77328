/** Reads what a person typed into the one search box. Every text is a query; none is an error. */

import { identifierKey } from '../analysis/identifier.ts'
import { readSyllables } from '../analysis/syllables.ts'
import { typedWords } from '../analysis/typed-pinyin.ts'
import type { QueryField, QueryNode } from '../contract.ts'
import { boxTokens, isNameOnly, type BoxToken, type BoxWord } from './box-words.ts'
import type { Leaf } from './clause.ts'
import { joinSyllables } from './join-syllables.ts'

const LONGEST_INPUT = 10_000
const MOST_TERMS = 32
/** Brackets inside brackets; further ones are not signs any more. */
const DEEPEST = 8

/** A query and whether it was written in the box's language rather than in plain words. */
export interface BoxReading {
  readonly node: QueryNode
  readonly syntax: boolean
}

/**
 * `"…"`, `“…”` and `「…」` are phrases, a leading minus or NOT excludes, AND and OR in capitals join (NOT before AND
 * before OR, words side by side are AND; brackets group where one of the three stands), `title:` `author:` `subject:`
 * `isbn:` (also in Chinese, in either script and width, with spaces around the colon) name a field, a trailing `*` opens
 * a Latin word, the address of a record is its id. Everything else is words that must all be there. Blank is every record; a text without letters is none.
 * Read up to 10,000 characters and 32 words; the rest is left out.
 */
export function parseBox(text: string): QueryNode {
  return readBox(text).node
}

export function readBox(text: string): BoxReading {
  const input = text.slice(0, LONGEST_INPUT).replace(/[\p{Default_Ignorable_Code_Point}\ufeff]/gu, '')
  if (input.trim() === '') return { node: { type: 'all' }, syntax: false }
  if (isSpacedIdentifier(input))
    return { node: { type: 'term', field: 'any', text: input.trim() }, syntax: false }
  const tokens = tokensOf(input)
  const node = readExpression(tokens)
  return { node, syntax: tokens.some(isSyntax) }
}

/** Signs without words between them are words themselves; brackets are signs where a sign joins words. */
function tokensOf(input: string): readonly BoxToken[] {
  // Joining syllables shortens the list, so a few more than the limit are read.
  const plain = boxTokens(input, MOST_TERMS * 4, false)
  const words = plain.filter(({ type }) => type === 'word')
  if (words.length === 0) return plain.map(asWord).slice(0, MOST_TERMS)
  const signs = plain.some(({ type }) => type !== 'word')
  const tokens = signs ? boxTokens(input, MOST_TERMS * 4, true) : plain
  // A field whose word is still to come, beside other words.
  const named = words.every(isNameOnly) ? tokens : tokens.filter((token) => !isNameOnly(token))
  return cut(joinSyllables(named))
}

function asWord(token: BoxToken): BoxToken {
  const text = token.type
  return token.type === 'word' ? token : { type: 'word', text, field: 'any', quoted: false, excluded: false }
}

/** The tokens up to the last word that is read. */
function cut(tokens: readonly BoxToken[]): readonly BoxToken[] {
  let words = 0
  const end = tokens.findIndex(({ type }) => type === 'word' && ++words > MOST_TERMS)
  return end === -1 ? tokens : tokens.slice(0, end)
}

function isSyntax(token: BoxToken): boolean {
  if (token.type !== 'word') return true
  return token.quoted || token.excluded || token.field !== 'any' || isOpen(token)
}

function isOpen({ text, quoted }: BoxWord): boolean {
  return !quoted && /^[^*]{2,}\*$/.test(text)
}

function leafOf(word: BoxWord, field: QueryField): Leaf {
  const named = word.field === 'any' ? field : word.field
  if (word.quoted) return { type: 'phrase', field: named, text: word.text }
  const text = plainPinyin(word.text.replace(/\*+$/, ''))
  return { type: isOpen(word) ? 'prefix' : 'term', field: named, text }
}

/** One spelling of what can only be pinyin, so that every way to type it asks the same. */
function plainPinyin(text: string): string {
  if (/^[a-z ]*$/i.test(text) || /\p{Script=Han}/u.test(text)) return text
  const words = typedWords(text)
  const readable = words.every((word) => readSyllables(word).length > 0)
  return words.length > 0 && readable && /[a-z]{2}/.test(words.join('')) ? words.join(' ') : text
}

/** Descends from OR to AND to NOT to words and brackets. Signs that join nothing are passed over. */
function readExpression(tokens: readonly BoxToken[]): QueryNode {
  let at = 0

  const either = (field: QueryField, depth: number): QueryNode | null => {
    const nodes: QueryNode[] = []
    for (;;) {
      const node = both(field, depth)
      if (node) nodes.push(node)
      if (tokens[at]?.type !== 'OR') return joined('or', nodes)
      at++
    }
  }

  const both = (field: QueryField, depth: number): QueryNode | null => {
    const nodes: QueryNode[] = []
    for (let token = tokens[at]; token && token.type !== 'OR'; token = tokens[at]) {
      if (token.type === 'close' && depth > 0) break
      const node = one(token, field, depth)
      if (node) nodes.push(node)
    }
    return joined('and', nodes)
  }

  const one = (token: BoxToken, field: QueryField, depth: number): QueryNode | null => {
    at++
    switch (token.type) {
      case 'word':
        return excluding(token.excluded, leafOf(token, field))
      case 'open': {
        if (depth >= DEEPEST) return null
        const inside = either(token.field === 'any' ? field : token.field, depth + 1)
        if (tokens[at]?.type === 'close') at++
        return inside && excluding(token.excluded, inside)
      }
      case 'NOT': {
        // NOT NOT and NOT AND are slips of the hand: excluded once.
        while (['AND', 'OR', 'NOT'].includes(tokens[at]?.type ?? '')) at++
        const next = tokens[at]
        const node = next && next.type !== 'close' ? one(next, field, depth) : null
        return node && (node.type === 'not' ? node : { type: 'not', node })
      }
      case 'AND':
      case 'OR':
      case 'close':
        return null
    }
  }

  return either('any', 0) ?? { type: 'or', nodes: [] }
}

function excluding(excluded: boolean, node: QueryNode): QueryNode {
  return excluded ? { type: 'not', node } : node
}

/** Nodes of the same kind become one; null for none. */
function joined(type: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.type === type ? node.nodes : [node]))
  const [only] = flat
  return flat.length > 1 ? { type, nodes: flat } : (only ?? null)
}

/** Numbers typed in groups, as an ISBN stands on a cover. */
function isSpacedIdentifier(input: string): boolean {
  return /^[\d\s‐-―-]{8,30}[xX]?\s*$/.test(input) && /^(\d{13}|\d{7}[\dx])$/.test(identifierKey(input))
}
