/** Decides by plain comparison whether a record's tokens satisfy a clause. */

import type { Column, DocTokens } from '../analysis/document.ts'
import type { Clause, PhraseClause } from '../query/clause.ts'
import { holdsQuotation, type QuotationClause } from '../query/quotation.ts'

/** A column that is not there holds nothing. */
export function matches(clause: Clause, tokens: Partial<DocTokens>): boolean {
  switch (clause.type) {
    case 'all':
      return true
    case 'none':
      return false
    case 'and':
      return clause.clauses.every((one) => matches(one, tokens))
    case 'or':
      return clause.clauses.some((one) => matches(one, tokens))
    case 'not':
      return !matches(clause.clause, tokens)
    case 'phrase':
    case 'quotation':
      return clause.columns.some((column) => countIn(clause, tokens, column) > 0)
  }
}

const WEIGHTS: Readonly<Record<Column, number>> = {
  title: 5,
  creator: 3,
  subject: 3,
  body: 1,
  titleChars: 5,
  creatorChars: 3,
  subjectChars: 3,
  titlePinyin: 3,
  creatorPinyin: 3,
  keys: 5,
}

/** How strongly a record answers: weighted, damped counts of every phrase asked for. */
export function strength(clause: Clause, tokens: Partial<DocTokens>): number {
  switch (clause.type) {
    case 'and':
    case 'or':
      return clause.clauses.reduce((sum, one) => sum + strength(one, tokens), 0)
    case 'phrase':
    case 'quotation':
      return clause.columns.reduce(
        (sum, column) => sum + WEIGHTS[column] * Math.log1p(countIn(clause, tokens, column)),
        0,
      )
    case 'all':
    case 'none':
    case 'not':
      return 0
  }
}

function countIn(clause: PhraseClause | QuotationClause, tokens: Partial<DocTokens>, column: Column): number {
  const text = tokens[column] ?? []
  if (clause.type === 'quotation') return holdsQuotation(clause.atoms, text.entries()) ? 1 : 0
  const last = clause.tokens.length - 1
  let count = 0
  for (let at = 0; at + last < text.length; at++) {
    const found = clause.tokens.every((token, offset) => {
      const there = text[at + offset] ?? ''
      return clause.prefix && offset === last ? there.startsWith(token) : there === token
    })
    if (found) count++
  }
  return count
}
