// Parent of the fields of `SearchEdge`, and how they declare what they need of its record.
import type { Paragraph } from '@shuxiang/record'
import type { SearchHit } from '@shuxiang/search/contract'
import type { ArgsOf, FieldResolver, ResultOf, StoredField } from '@shuxiang/subgraph-kit'
import type { RecordDoc } from '../../model/record.ts'
import type { SearchPage } from '../search-page.ts'

export interface SearchEdge<Node> {
  readonly cursor: string
  readonly node: Node
  readonly hit: SearchHit
  /** The text of the box that the hit answers. */
  readonly asked: string
  /** The whole text of a short work, or of the chapter that the hit leads to, read for the snippets of a page; empty when there is none or none is wanted. */
  readonly text: readonly Paragraph[]
  readonly page: SearchPage
}

/** A field whose resolver gets an edge with the named fields of its record and no others; `Field` as in `fieldOf`. */
export function edgeField<Field>() {
  return <const Needs extends keyof RecordDoc & string>(
    needs: readonly Needs[],
    resolve: FieldResolver<SearchEdge<Pick<RecordDoc, Needs>>, ArgsOf<Field>, ResultOf<Field>>,
  ): StoredField<RecordDoc, ArgsOf<Field>, ResultOf<Field>, SearchEdge<RecordDoc>> => ({ needs, resolve })
}
