/** Chooses how an answer is compressed and compresses streams piece by piece. */
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | null

/** The best encoding that an Accept-Encoding header accepts; `q=0` refuses. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return null
  const accepted = new Set<string>()
  for (const part of header.toLowerCase().slice(0, 500).split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(name)
  }
  if (accepted.has('br')) return 'br'
  return accepted.has('gzip') ? 'gzip' : null
}

/** A compressor for content made while it is sent: cheap levels, because every reader waits for them. */
export function streamEncoder(encoding: Exclude<Encoding, null>): BrotliCompress | Gzip {
  if (encoding === 'gzip') return createGzip({ level: 5 })
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
