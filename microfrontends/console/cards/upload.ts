/** A file goes to the graph in parts; each may be sent again. */
import type { Gql, GqlError } from '@shuxiang/sdk'
import { inParts } from '../doing/in-parts.ts'
import { AddCardListPart, BeginCardList } from '../operations.generated.ts'

/** Bytes; the graph says the same. */
export const LARGEST_FILE = 5 * 1024 * 1024

export interface Upload {
  readonly library: string
  /** Drawn once for this file: sent again it is the same list. */
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
  progress(part: number, parts: number): void
}

/** The id of the list, or why there is none. Rejects when no answer came. */
export async function upload(
  gql: Gql,
  { library, key, name, bytes, progress }: Upload,
): Promise<string | GqlError> {
  const begun = await gql(BeginCardList, { library, key, fileName: name, bytes: bytes.length })
  const list = begun.data?.beginCardList
  const [refused] = begun.errors
  if (refused || !list) return refused ?? { message: '', path: [], code: 'INTERNAL' }
  const { id, parts, partBytes } = list
  const error = await inParts({
    ...{ bytes, parts, partBytes },
    send: (position, content) => gql(AddCardListPart, { id, position, content }),
    progress: (sent) => progress(sent, parts),
  })
  return error ?? id
}
