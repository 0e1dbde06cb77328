// What a file is, by its bytes: names and what a browser says of it are not believed.
import type { SniffedType } from './made.ts'

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, n) => bytes[from + n] === byte)
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

/** Where the brands of an ISO base media file are looked for. */
const brandBytes = 64
/** Characters before the root of a drawing: declaration, comments, a word about its editor. */
const drawingHead = 4_096

/** Null for everything that is not taken and not worth a word of its own. */
export function sniff(bytes: Uint8Array): SniffedType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return 'image/gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (latin(bytes, 4, 8) === 'ftyp') {
    const brands = latin(bytes, 8, brandBytes)
    if (/avi[fs]/.test(brands)) return 'image/avif'
    if (/hei[cxms]|hev[cxms]|mif1|msf1/.test(brands)) return 'image/heic'
    return null
  }
  if (latin(bytes, 0, 5) === '%PDF-') return 'application/pdf'
  return isDrawing(bytes) ? 'image/svg+xml' : null
}

function isDrawing(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, drawingHead))
    .toString('utf8')
    .replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:(?:<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)\s*)*<svg[\s>]/.test(head)
}
