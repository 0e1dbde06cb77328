/** Writes a clause in the query language of SQLite FTS5. */

import type { Clause } from '../query/clause.ts'

/**
 * The MATCH expression, or null for what FTS5 cannot say: everything, nothing, and an exclusion without
 * something to exclude from. Tokens come from the analysis chain and hold no quote.
 */
export function ftsQuery(clause: Clause): string | null {
  switch (clause.type) {
    case 'all':
    case 'none':
    case 'not':
      return null
    case 'phrase':
      return `{${clause.columns.join(' ')}} : "${clause.tokens.join(' ')}"${clause.prefix ? ' *' : ''}`
    case 'or':
      return joined(clause.clauses, ' OR ')
    case 'and': {
      const wanted = joined(
        clause.clauses.filter((one) => one.type !== 'not'),
        ' AND ',
      )
      const excluded = clause.clauses.flatMap((one) => (one.type === 'not' ? [ftsQuery(one.clause)] : []))
      if (wanted === null || excluded.includes(null)) return null
      return excluded.reduce<string>((query, one) => `(${query} NOT ${one ?? ''})`, wanted)
    }
  }
}

function joined(clauses: readonly Clause[], word: string): string | null {
  const queries = clauses.map(ftsQuery)
  return queries.length === 0 || queries.includes(null) ? null : `(${queries.join(word)})`
}
