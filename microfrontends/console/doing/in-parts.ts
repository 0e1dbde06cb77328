/** The bytes of a file on their way to the graph, part by part; each may be sent again. */
import type { GqlError, GqlResult } from '@shuxiang/sdk'

/** Tries of one part on a line that breaks. */
const TRIES = 4

export interface Parts {
  readonly bytes: Uint8Array
  /** How many there are, and the bytes of each but the last. */
  readonly parts: number
  readonly partBytes: number
  /** `content` in base64. */
  send(position: number, content: string): Promise<GqlResult<unknown>>
  /** So many of them are there. */
  progress(sent: number): void
}

/** Why the graph did not take one; undefined: all are there. Rejects when no answer came. */
export async function inParts({
  bytes,
  parts,
  partBytes,
  send,
  progress,
}: Parts): Promise<GqlError | undefined> {
  for (let position = 0; position < parts; position++) {
    const content = base64(bytes.subarray(position * partBytes, (position + 1) * partBytes))
    const error = await again(() => send(position, content))
    if (error) return error
    progress(position + 1)
  }
  return undefined
}

async function again(send: () => Promise<GqlResult<unknown>>): Promise<GqlError | undefined> {
  for (let tried = 1; ; tried++) {
    try {
      return (await send()).errors[0]
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
