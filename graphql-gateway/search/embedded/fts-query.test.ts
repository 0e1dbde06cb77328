import { describe, expect, it } from 'vitest'
import { clauseOf } from '../query/clause.ts'
import { parseBox } from '../query/parse-box.ts'
import { ftsQuery } from './fts-query.ts'

describe('queries for FTS5', () => {
  it('quote every token and name the columns', () => {
    expect(ftsQuery(clauseOf(parseBox('title:静夜思')))).toBe('{title} : "静夜 夜思"')
    expect(ftsQuery(clauseOf(parseBox('title:dre*')))).toBe('{title} : "dre" *')
    expect(ftsQuery(clauseOf(parseBox('title:登高 -title:九日')))).toBe(
      '(({title} : "登高") NOT {title} : "九日")',
    )
  })

  it('say nothing where FTS5 has no words', () => {
    for (const text of ['', '！', '-春晓']) expect(ftsQuery(clauseOf(parseBox(text))), text).toBeNull()
  })

  it('let no sign of the query language through', () => {
    for (const text of ['" OR 1', 'NEAR(a b)', '{body}:x', 'a AND NOT b', '^a + b', 'a"b*c']) {
      const query = ftsQuery(clauseOf(parseBox(text))) ?? ''
      const quoted = [...query.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
      for (const tokens of quoted) expect(tokens, text).toMatch(/^[\p{L}\p{N}\p{M} _=@#~]+$/u)
    }
  })
})
