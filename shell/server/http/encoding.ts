/** Chooses how an answer is compressed and compresses streams piece by piece. */
import { constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip } from 'node:zlib'
import Negotiator from 'negotiator'

export type Encoding = 'br' | 'gzip' | null

/** Longest header that is looked at, in characters. */
const LONGEST = 500

/** The best encoding that an Accept-Encoding header accepts; of equals the one that packs better. */
export function acceptedEncoding(
  header: string | undefined,
  offered: readonly Exclude<Encoding, null>[] = ['br', 'gzip'],
): Encoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': header?.slice(0, LONGEST) } })
  // Its types do not know of the second argument: what we prefer among equals, whatever order they were named in.
  const choose: (
    offered: readonly string[],
    options: { readonly preferred: readonly string[] },
  ) => string | undefined = negotiator.encoding.bind(negotiator)
  const best = choose([...offered, 'identity'], { preferred: offered })
  return offered.find((one) => one === best) ?? null
}

/** A compressor for content made while it is sent: cheap levels, because every reader waits for them. */
export function streamEncoder(encoding: Exclude<Encoding, null>): BrotliCompress | Gzip {
  if (encoding === 'gzip') return createGzip({ level: 5 })
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}
