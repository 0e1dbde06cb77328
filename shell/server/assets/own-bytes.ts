/** Bytes that a cache keeps must be as large as it counts them. */
import type { Asset } from './asset-store.ts'

/**
 * The same bytes in memory of their own. Small ones of Node are cut out of a piece of 64 kilobytes, unpacked and packed ones
 * out of one of sixteen, and whoever keeps the part keeps the whole.
 */
export function ownBytes(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return own
}

/** An asset that a cache may keep. */
export function ownAsset({ type, plain, br, gzip }: Asset): Asset {
  return { type, plain: ownBytes(plain), br: br && ownBytes(br), gzip: gzip && ownBytes(gzip) }
}
