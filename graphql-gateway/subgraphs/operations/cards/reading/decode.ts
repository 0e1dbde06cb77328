// Bytes of a file to text: what Chinese library systems and spreadsheets write.

export const encodings = ['utf-8', 'gb18030', 'utf-16le'] as const
export type Encoding = (typeof encodings)[number]

/** Why a file is no list at all. */
export type FileProblem = 'workbook' | 'encoding' | 'empty' | 'quote' | 'too-many-lines' | 'too-many-columns'

/** Zip, in which workbooks are kept now, and the container in which they were kept before. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/**
 * The encoding by its mark, else UTF-8 where the bytes are that, else GB18030, which has GBK and GB2312 in it. GB18030
 * text is hardly ever valid UTF-8 by chance.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return textIn(bytes, 'utf-8') === null ? 'gb18030' : 'utf-8'
}

/** Without the mark; null where the bytes are not of this encoding. */
export function textIn(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

export const isWorkbook = (bytes: Uint8Array): boolean =>
  workbooks.some((mark) => mark.every((byte, i) => bytes[i] === byte))
