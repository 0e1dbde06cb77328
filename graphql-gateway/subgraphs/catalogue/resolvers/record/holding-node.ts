// Parent of the fields of `Holding`, and what this subgraph knows of a library.
import type { HoldingDoc } from '../../model/record.ts'

/** Its key: the subgraph of libraries has the rest. */
export interface LibraryNode {
  readonly id: string
}

export interface HoldingNode extends Pick<HoldingDoc, 'access' | 'callNumber' | 'url' | 'demonstration'> {
  readonly library: LibraryNode
}
