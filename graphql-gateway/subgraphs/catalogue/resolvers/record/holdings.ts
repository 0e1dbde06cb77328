// Record.holdings
import { badInput, fieldOf } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'

interface Page {
  readonly first?: number | null
  readonly offset?: number | null
}

export interface HoldingNode {
  readonly library: { readonly id: string }
  readonly access: string
  readonly demonstration: boolean
}

export const holdings = fieldOf<RecordDoc>()(['holdings'], (doc, args: Page): HoldingNode[] => {
  const first = args.first ?? 10
  if (first < 0 || first > 100) throw badInput('first: give a number from 0 to 100.')
  const offset = args.offset ?? 0
  if (offset < 0) throw badInput('offset: give a number from 0 up.')
  return doc.holdings.slice(offset, offset + first).map(({ libraryId, access, demonstration }) => ({
    library: { id: libraryId },
    access,
    demonstration,
  }))
})
