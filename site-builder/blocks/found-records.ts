/** Records for whoever chooses some of them: asked as a shelf asks, so that what is offered is what would stand there. */
import { ask } from './answers/ask.ts'
import type { Ask } from './answers/ask.ts'
import type { Resources } from './fields/declaration.ts'
import { keyOf } from './key.ts'
import { ShelfRecord, ShelfRecords, type ShelfRecordData } from './operations.generated.ts'
import type { Answers, PageQuery } from './page.ts'

export type FoundRecord = NonNullable<ShelfRecordData['record']>

/** A question, and what its answer has; null while there is none. */
export interface Found<T> {
  readonly query: PageQuery
  of(answers: Answers): T | null
}

/** A question of which a part of the answer is wanted. */
export function found<Data, T>(asked: Ask<Data>, read: (data: Data) => T | null): Found<T> {
  const { operation, variables } = asked
  const key = keyOf({ operation, variables })
  return {
    query: { key, operation, variables },
    of(answers) {
      const data = asked.checked(answers.get(key))
      return data === null ? null : read(data)
    },
  }
}

export interface FoundRecords {
  /** How many fit, of which `records` are the first. */
  readonly total: number
  readonly records: readonly FoundRecord[]
}

/** What a saved query finds now. */
export function recordsFound({
  query,
  filter,
  sort,
  first,
}: Extract<Resources, { from: 'query' }>): Found<FoundRecords> {
  return found(ask(ShelfRecords, { query, filter, sort, first }), ({ search }) => ({
    total: search.totalCount,
    records: search.edges.map(({ node }) => node),
  }))
}

/** The record of an id. */
export function recordFound(id: string): Found<FoundRecord> {
  return found(ask(ShelfRecord, { id }), ({ record }) => record)
}
