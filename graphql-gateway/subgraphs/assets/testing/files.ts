// Files for tests, made when they are needed: good ones, and those that somebody made to do harm.
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

type Made = Promise<Buffer>

/** One colour in a frame of another, so that a turn is seen. */
const plate = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 173, g: 50, b: 29 } } })

export const jpeg = (width: number, height: number): Made => plate(width, height).jpeg().toBuffer()
export const webp = (width: number, height: number): Made => plate(width, height).webp().toBuffer()
export const avif = (width: number, height: number): Made =>
  plate(width, height).avif({ effort: 0 }).toBuffer()
export const gif = (width: number, height: number): Made => plate(width, height).gif().toBuffer()
/** With a part that lets through what is behind it. */
export const clearPng = (width: number, height: number): Made =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 80, b: 104, alpha: 0.5 } } })
    .png()
    .toBuffer()

/** Words that only the camera's notes hold, and the place where somebody lives. */
export const cameraWords = ['NoteOfTheCamera', 'PrivateOwner']

/** As a telephone gives it: lying on its side with a note which way is up, with place, owner and description. */
export const photograph = (width: number, height: number): Made =>
  plate(width, height)
    .jpeg()
    .withExif({
      IFD0: { ImageDescription: cameraWords[0] ?? '', Artist: cameraWords[1] ?? '', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 9/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** A PNG that says it has so many pixels, and is nearly empty. */
export function bombPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1024 * 1024))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[['IHDR', header] as const, ['IDAT', rows] as const, ['IEND', Buffer.alloc(0)] as const].map(
      ([name, content]) => chunk(name, content),
    ),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(checksum(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}

/** CRC of PNG (annex D). */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  }
  return ~crc >>> 0
}

export const svg = (inner: string, attributes = 'width="40" height="20"'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`)

/** A document of so many empty pages; `more` are further objects, `catalog` stands in the root. */
export function pdf({ pages = 1, more = '', catalog = '' } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 10} 0 R`).join(' ')
  const leaves = Array.from(
    { length: pages },
    (_, n) => `${n + 10} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n`,
  ).join('')
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj\n${leaves}${more}` +
      'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
    'latin1',
  )
}

/** A stream of a document, packed. */
export function stream(text: string | Buffer, dictionary: string, number = 90): string {
  const packed = deflateSync(text).toString('latin1')
  return `${number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`
}
