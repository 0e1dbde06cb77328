// A document (PDF) is kept as it was given, so it must be one, be whole, open without a password and do nothing by itself.
// Names: ISO 32000-1, 7.5.7 (object streams), 12.6.4 (actions), 7.11.4 (embedded files), 12.7.8 (XFA), 13.6 (rich media).
import { constants, inflateSync } from 'node:zlib'
import { largestKept, mostPages, mostUnpacked } from '../bounds.ts'
import { Refused, type Made } from './made.ts'

/** Whoever opens a document wants to read: no program, no other file, no form that is sent somewhere. */
const active =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA|GoToE)(?![A-Za-z0-9])/
const page = /\/Type\s*\/Page(?![A-Za-z])/g
/** Streams that are looked into. */
const mostStreams = 50_000
/** Characters after the end of a document, such as what a scanner adds. */
const mostAfterEnd = 64
/** Within so many bytes of its end an archive says where its files are. */
const archiveEnd = 66_000

/** Errors: `Refused`. */
export function workOnDocument(bytes: Uint8Array): Made {
  if (bytes.length > largestKept) throw new Refused('size', 'The document is too large.')
  const raw = Buffer.from(bytes).toString('latin1')
  const end = raw.lastIndexOf('%%EOF')
  if (end < 0) throw new Refused('broken', 'The document ends early.')
  if (
    raw.slice(end + '%%EOF'.length).trim().length > mostAfterEnd ||
    raw.slice(-archiveEnd).includes('PK\x05\x06')
  )
    throw new Refused('active', 'Another file stands behind the document.')
  const texts = [raw, ...unpacked(bytes, raw)].map(plainNames)
  if (/\/Encrypt(?![A-Za-z0-9])/.test(texts[0] ?? ''))
    throw new Refused('locked', 'The document has a password.')
  if (texts.some((text) => active.test(text)))
    throw new Refused('active', 'The document holds a program, a file or a form.')
  const pages = texts.reduce((sum, text) => sum + (text.match(page)?.length ?? 0), 0)
  if (pages === 0) throw new Refused('broken', 'The document has no page.')
  if (pages > mostPages) throw new Refused('pages', 'The document has too many pages.')
  const file = { type: 'application/pdf', width: 0, height: 0, content: bytes } as const
  return { sniffed: 'application/pdf', width: 0, height: 0, pages, files: [file] }
}

/** Names may be written with `#4a` for any letter. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * Every stream that can be unpacked, whatever its dictionary says of it and wherever it says it ends. One that holds
 * objects must be packed in the one usual way, or nobody could say what is in it.
 */
function unpacked(bytes: Uint8Array, raw: string): string[] {
  const texts: string[] = []
  let left = mostUnpacked
  let streams = 0
  for (const { index, 0: keyword } of raw.matchAll(/(?<!end)stream[ \t]*(?:\r\n|\n|\r)/g)) {
    if (++streams > mostStreams) throw new Refused('effort', 'The document has too many parts.')
    const dictionary = plainNames(raw.slice(Math.max(0, raw.lastIndexOf('obj', index)), index))
    const holdsObjects = /\/ObjStm(?![A-Za-z])/.test(dictionary)
    if (holdsObjects && !isUsual(dictionary))
      throw new Refused('broken', 'The document is packed in an unusual way.')
    const text = inflated(bytes.subarray(index + keyword.length), left)
    if (text === null) {
      // Objects that are not packed at all stand in the document as they are.
      if (holdsObjects && /\/Filter/.test(dictionary))
        throw new Refused('broken', 'The document cannot be unpacked.')
      continue
    }
    left -= text.length
    texts.push(text)
  }
  return texts
}

const isUsual = (dictionary: string): boolean =>
  !/\/(?:Crypt|LZWDecode|ASCII85Decode|ASCIIHexDecode|RunLengthDecode)/.test(dictionary) &&
  !/\/Predictor\s+(?:[2-9]|1\d)/.test(dictionary)

/** Null for what is not packed so. */
function inflated(bytes: Uint8Array, left: number): string | null {
  // The first byte names the method, the two together are divisible by 31 (RFC 1950, 2.2).
  const [first = 0, second = 0] = bytes
  if ((first & 0x0f) !== 8 || (first * 256 + second) % 31 !== 0) return null
  try {
    const options = { maxOutputLength: left, finishFlush: constants.Z_SYNC_FLUSH }
    return inflateSync(bytes, options).toString('latin1')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refused('effort', 'The document unpacks to too much.')
    return null
  }
}
