/** Writes a clause in the query language of SQLite FTS5. */

import type { Clause } from '../query/clause.ts'
import { tokensHolding, type QuotationClause } from '../query/quotation.ts'

/**
 * The MATCH expression, or null for what FTS5 cannot say: everything, nothing, a quotation, and an exclusion
 * without something to exclude from. Tokens come from the analysis chain and hold no quote.
 */
export function ftsQuery(clause: Clause): string | null {
  return written(clause, () => null)
}

/** As `ftsQuery`, a quotation by what every text with it holds: more records may match, none is lost. */
export function coveringQuery(clause: Clause): string | null {
  return written(clause, covered)
}

function covered({ columns, atoms }: QuotationClause): string {
  const either = tokensHolding(atoms).map((tokens) => `(${tokens.map((token) => `"${token}"`).join(' OR ')})`)
  return `{${columns.join(' ')}} : (${[...new Set(either)].join(' AND ')})`
}

type Quoted = (clause: QuotationClause) => string | null

function written(clause: Clause, quoted: Quoted): string | null {
  switch (clause.type) {
    case 'all':
    case 'none':
    case 'not':
      return null
    case 'phrase':
      return `{${clause.columns.join(' ')}} : "${clause.tokens.join(' ')}"${clause.prefix ? ' *' : ''}`
    case 'quotation':
      return quoted(clause)
    case 'or':
      return joined(clause.clauses, ' OR ', quoted)
    case 'and': {
      const wanted = joined(
        clause.clauses.filter((one) => one.type !== 'not'),
        ' AND ',
        quoted,
      )
      // What is taken away must be exact: too much of it would lose records.
      const excluded = clause.clauses.flatMap((one) => (one.type === 'not' ? [ftsQuery(one.clause)] : []))
      if (wanted === null || excluded.includes(null)) return null
      return excluded.reduce<string>((query, one) => `(${query} NOT ${one ?? ''})`, wanted)
    }
  }
}

function joined(clauses: readonly Clause[], word: string, quoted: Quoted): string | null {
  const queries = clauses.map((one) => written(one, quoted))
  return queries.length === 0 || queries.includes(null) ? null : `(${queries.join(word)})`
}
