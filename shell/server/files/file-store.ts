/** Pictures and files of libraries as the graph has them, piece by piece; those that were asked for last are kept. */
import { LRUCache } from 'lru-cache'
import { ask, type GatewayCall, type GatewayClient } from '@shuxiang/gateway-client'
import { ownBytes } from '../assets/own-bytes.ts'
import { AssetFile } from '../operations.generated.ts'

export interface FilePiece {
  readonly type: string
  /** Of the whole file. */
  readonly bytes: number
  /** Of every piece but the last. */
  readonly pieceBytes: number
  readonly content: Buffer
}

export interface FileStore {
  /** Null when there is no such file, or it has no such piece. Errors: `GqlUnavailable`; those of the signal. */
  piece(hash: string, number: number, call: Omit<GatewayCall, 'tenant'>): Promise<FilePiece | null>
}

/** Bytes that are kept. */
const MOST_KEPT = 48 * 1024 * 1024
/** An answer that cannot be had within this is not waited for. */
const DEADLINE_MS = 5_000
/** Bytes of a piece without its content. */
const OVERHEAD = 500

/** What stands under a digest never changes, so what is kept is never asked for again. What is not there may come. */
export function openFileStore(client: GatewayClient): FileStore {
  const kept = new LRUCache<string, FilePiece>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ content }) => content.length + OVERHEAD,
  })
  const asking = new Map<string, Promise<FilePiece | null>>()

  async function look(
    key: string,
    hash: string,
    number: number,
    call: GatewayCall,
  ): Promise<FilePiece | null> {
    const { data, errors } = await ask(client, AssetFile, { hash, number }, call)
    const file = data?.assetFile
    if (!file && errors.length > 0) throw new Error(errors[0]?.message)
    if (!file || file.piece === null) return null
    const { type, bytes, pieceBytes } = file
    const piece = { type, bytes, pieceBytes, content: ownBytes(Buffer.from(file.piece, 'base64')) }
    kept.set(key, piece)
    return piece
  }

  return {
    piece(hash, number, call) {
      const key = `${hash}:${number}`
      const found = kept.get(key)
      if (found) return Promise.resolve(found)
      const before = asking.get(key)
      if (before) return before
      // Others may wait for the same piece, so nobody's going away ends it.
      const signal = AbortSignal.timeout(DEADLINE_MS)
      const asked = look(key, hash, number, { requestId: call.requestId, signal }).finally(() =>
        asking.delete(key),
      )
      asking.set(key, asked)
      return asked
    },
  }
}
