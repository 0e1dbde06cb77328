// ReadingList.items and ReadingHistory.items: a page of what one holds. Both are bounded, so they are read whole and cut here.
import { badInput, decodeCursor, encodeCursor, type Connection } from '@shuxiang/subgraph-kit'
import type { ReadingHistoryResolvers, ReadingListResolvers } from '../../schema/types.generated.ts'
import type { KeptRecord } from '../../store/documents.ts'
import { itemsOf, newestFirst } from '../../store/read.ts'

const most = 100

export const items: ReadingListResolvers['items'] = async ({ _id, count }, args, { db, signal }) =>
  pageOf(count === 0 ? [] : await itemsOf(db, _id, { signal }), args, count)

export const historyItems: ReadingHistoryResolvers['items'] = async ({ items: opened }, args) =>
  pageOf(opened.toSorted(newestFirst), args, opened.length)

interface PageArgs {
  readonly first?: number | null
  readonly after?: string | null
}

/** Errors: BAD_USER_INPUT. */
function pageOf(all: readonly KeptRecord[], args: PageArgs, count: number): Connection<KeptRecord> {
  const first = args.first ?? 50
  if (!Number.isInteger(first) || first < 0 || first > most)
    throw badInput(`first: give a whole number from 0 to ${most}; the cursor after leads on.`)
  const after = args.after ? positionOf(args.after) : null
  return page(after ? all.filter((item) => newestFirst(after, item) < 0) : all, first, after !== null, count)
}

function page(
  rest: readonly KeptRecord[],
  first: number,
  hasPreviousPage: boolean,
  count: number,
): Connection<KeptRecord> {
  const edges = rest
    .slice(0, first)
    .map((node) => ({ cursor: encodeCursor([node.addedAt.getTime(), node.recordId]), node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rest.length > first,
      hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: async () => count,
  }
}

/** The place of an item that may be gone by now. */
function positionOf(cursor: string): KeptRecord {
  const [time, recordId] = decodeCursor(cursor, 2)
  if (typeof time !== 'number' || typeof recordId !== 'string')
    throw badInput('after: give a cursor from an edge of an earlier page.')
  return { recordId, addedAt: new Date(time), title: '', kind: '' }
}
