// Pages of a collection in the shape of Relay connections, by position in an index and never by skipping.
// Source: https://relay.dev/graphql/connections.htm
import type { Collection, Document, Sort } from 'mongodb'
import { badInput } from './errors.ts'

type Position = string | number | boolean
/** Field and direction; the last key must be unique (`_id`), and no key may be null or absent in a document. */
export type SortKey = readonly [field: string, direction: 1 | -1]

/** What `connection` needs to know. `first` beyond `max` is refused: a shorter page than asked for looks like the end. */
export interface ConnectionRequest {
  readonly collection: Collection
  readonly filter: Document
  readonly sort: readonly SortKey[]
  readonly first: number
  readonly after?: string | null | undefined
  /** Nodes in a page at most; 100 unless told. */
  readonly max?: number
  readonly projection?: Document
  readonly signal?: AbortSignal
}

/** A page. `totalCount` is asked of the store only when the query selects it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly pageInfo: PageInfo
  readonly totalCount: () => Promise<number>
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

/** Reads one page; name the document type: `connection<LibraryDoc>({ … })`. Errors: BAD_USER_INPUT for a `first` out of bounds or a cursor that is not ours. */
export async function connection<T extends Document>(request: ConnectionRequest): Promise<Connection<T>> {
  const { collection, filter, sort, after, max = 100, signal } = request
  const { first } = request
  if (!Number.isInteger(first) || first < 0 || first > max)
    throw badInput(`first: give a whole number from 0 to ${max}; the cursor after leads on.`)
  const range = after ? afterPosition(sort, decodeCursor(after, sort.length)) : null
  const order: Sort = Object.fromEntries(sort)
  const found: T[] =
    first === 0
      ? []
      : await collection
          .find<T>(range ? { $and: [filter, range] } : filter, {
            ...(request.projection ? { projection: withKeys(request.projection, sort) } : {}),
            ...(signal ? { signal } : {}),
          })
          .sort(order)
          .limit(first + 1)
          .toArray()
  const edges = found
    .slice(0, first)
    .map((node) => ({ cursor: encodeCursor(sort.map(([field]) => node[field])), node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: range !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => collection.countDocuments(filter, signal ? { signal } : {}),
  }
}

/** Opaque text for a position. Errors: `TypeError` for a sort value that is not text, number or boolean. */
export function encodeCursor(values: readonly unknown[]): string {
  for (const value of values)
    if (!isPosition(value))
      throw new TypeError(`A sort key must be text, number or boolean, not ${typeof value}.`)
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The position behind a cursor. Errors: BAD_USER_INPUT for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string, length: number): readonly Position[] {
  const values = cursor.length <= 2048 ? parsed(Buffer.from(cursor, 'base64url').toString()) : null
  if (!Array.isArray(values) || values.length !== length || !values.every(isPosition))
    throw badInput('after: give a cursor from an edge of an earlier page.')
  return values
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  )
}

/** (a, b) after (x, y): a > x, or a = x and b > y. One branch a key, so that an index serves each. */
function afterPosition(sort: readonly SortKey[], values: readonly Position[]): Document {
  return {
    $or: sort.map(([field, direction], i) => ({
      ...Object.fromEntries(sort.slice(0, i).map(([earlier], k) => [earlier, values[k]])),
      [field]: { [direction === 1 ? '$gt' : '$lt']: values[i] },
    })),
  }
}

function withKeys(projection: Document, sort: readonly SortKey[]): Document {
  return { ...projection, ...Object.fromEntries(sort.map(([field]) => [field, 1])) }
}
