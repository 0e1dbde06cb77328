/** A file goes to the graph in parts; each may be sent again. */
import type { Gql, GqlError } from '@shuxiang/sdk'
import { AddCardListPart, BeginCardList } from '../operations.generated.ts'

/** Bytes; the graph says the same. */
export const LARGEST_FILE = 5 * 1024 * 1024
/** Tries of one part on a line that breaks. */
const TRIES = 4

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
  for (let position = 0; position < list.parts; position++) {
    const part = bytes.subarray(position * list.partBytes, (position + 1) * list.partBytes)
    const error = await sent(gql, { id: list.id, position, content: base64(part) })
    if (error) return error
    progress(position + 1, list.parts)
  }
  return list.id
}

async function sent(
  gql: Gql,
  part: { readonly id: string; readonly position: number; readonly content: string },
): Promise<GqlError | undefined> {
  for (let tried = 1; ; tried++) {
    try {
      return (await gql(AddCardListPart, part)).errors[0]
    } catch (error) {
      if (tried === TRIES) throw error
    }
  }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
