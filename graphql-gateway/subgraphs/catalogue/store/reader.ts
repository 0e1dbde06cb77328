// Who reads, and which records the reader finds.
import { everywhere } from '@shuxiang/record'
import type { Projected } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { HoldingDoc, RecordDoc } from '../model/record.ts'

/** The context of a request is one. `tenant` is the library whose branch site asks; null on the portal. */
export interface Reader {
  readonly db: Db
  readonly tenant: string | null
  readonly signal: AbortSignal
}

/** A record of which only what was asked for is read. What tells who may see it is always there. */
export type RecordPart = Projected<RecordDoc, 'withdrawn' | 'scopes'>

/** Fields that every read of records asks for. */
export const always = ['withdrawn', 'scopes'] as const

/**
 * The records that the reader finds, in their order: on the portal all, on a branch site those that are open to the
 * nation or to the library, and those that it holds. One trip, and none when no record has to be looked up.
 */
export async function seenBy(reader: Reader, records: readonly RecordPart[]): Promise<RecordPart[]> {
  const { tenant } = reader
  if (tenant === null) return [...records]
  const open = (doc: RecordPart): boolean => doc.scopes.includes(everywhere) || doc.scopes.includes(tenant)
  const others = records.filter((doc) => !open(doc)).map(({ _id }) => _id)
  if (others.length === 0) return [...records]
  const held = await reader.db
    .collection<HoldingDoc>('holdings')
    .find(
      { recordId: { $in: others }, scopes: tenant },
      { projection: { recordId: 1 }, signal: reader.signal },
    )
    .toArray()
  const known = new Set(held.map(({ recordId }) => recordId))
  return records.filter((doc) => open(doc) || known.has(doc._id))
}
