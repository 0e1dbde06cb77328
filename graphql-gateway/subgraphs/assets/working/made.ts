// What comes of the work on a file. Types, and the one list of why it may be refused.

/** Types that are kept. */
export const keptTypes = ['image/webp', 'image/jpeg', 'image/png', 'application/pdf'] as const
export type KeptType = (typeof keptTypes)[number]

/** Type as the bytes say it. */
export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'image/gif'
  | 'image/svg+xml'
  | 'image/heic'
  | 'application/pdf'

/**
 * `type`: none of those that are taken; `heic`: a telephone's own format; `broken`: it ends early or is damaged; `pixels`:
 * too many of them; `effort`: it took too long or too much memory; `size`: of a document; `locked`: a document with a
 * password; `active`: a document that does something by itself; `pages`: too many of them.
 */
export type Refusal =
  'type' | 'heic' | 'broken' | 'pixels' | 'effort' | 'size' | 'locked' | 'active' | 'pages'

/** The file is not taken, for this reason. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reason: Refusal
  constructor(reason: Refusal, message: string) {
    super(message)
    this.reason = reason
  }
}

export interface MadeFile {
  readonly type: KeptType
  /** Pixels; 0 of a document. */
  readonly width: number
  readonly height: number
  readonly content: Uint8Array
}

export interface Made {
  readonly sniffed: SniffedType
  /** Pixels of the picture as it is looked at; 0 of a document. */
  readonly width: number
  readonly height: number
  /** Pages of a document; 0 of a picture. */
  readonly pages: number
  /** Narrow before wide; of a picture the last one is for what knows no WebP. */
  readonly files: readonly MadeFile[]
}
