// What the store keeps of pictures and files.
import type { Binary, Db } from 'mongodb'
import type { KeptType, Refusal, SniffedType } from '../working/made.ts'

/** Text by language (BCP 47). */
export type Words = Readonly<Record<string, string>>

/** A file that is kept under the digest of its bytes. */
export interface VariantDoc {
  readonly width: number
  readonly height: number
  readonly type: KeptType
  readonly hash: string
  readonly bytes: number
}

/** What is shown. */
export interface ShownDoc {
  readonly sniffed: SniffedType
  readonly kind: AssetKind
  readonly width: number
  readonly height: number
  readonly pages: number
  /** Narrow before wide; of a picture the last one is for what knows no WebP. */
  readonly variants: readonly VariantDoc[]
}

export const assetKinds = ['picture', 'document'] as const
export type AssetKind = (typeof assetKinds)[number]

/** Of the bytes that were given in last. What is shown stays until those are ready. */
export type AssetState = 'receiving' | 'working' | 'refused' | 'ready'

export interface FormerDoc {
  readonly shown: ShownDoc
  readonly name: string
}

export interface AssetDoc {
  readonly _id: string
  readonly library: string
  readonly state: AssetState
  /** Which of the files that were given in for it; parts and answers of an earlier one count for nothing. */
  readonly turn: number
  /** Drawn by who gives it in: the same once more is the same turn. */
  readonly key: string
  /** Name of the file as it was given in. */
  readonly name: string
  /** Bytes of the file that was given in last. */
  readonly bytes: number
  /** Why that one was refused. */
  readonly refusal: Refusal | null
  readonly shown: ShownDoc | null
  /** Files that were shown before, the last ones first: pages may be published with them. */
  readonly former: readonly Pick<VariantDoc, 'hash' | 'bytes'>[]
  /** What stood here before the last file, and its name: it can be had back. Absent on what was kept before this was. */
  readonly before?: FormerDoc | null
  /** Name of the file that is shown, while another one is on its way. */
  readonly shownName?: string
  /** Bytes that are kept of it, former ones too. */
  readonly kept: number
  readonly alt: Words
  readonly decorative: boolean
  /** What must stay in view where the picture is cut, from 0 to 1. */
  readonly focal: { readonly x: number; readonly y: number }
  readonly credit: string
  readonly licence: Licence
  /** Of a document. */
  readonly title: Words
  readonly language: string
  /** Texts by which it is found, in one spelling. */
  readonly words: string
  readonly rev: number
  /** Subject and user name of who gave it in last; the name is empty once that account is gone. */
  readonly by: string
  readonly byName: string
  readonly at: Date
  /** Milliseconds since 1970, for the order of lists. */
  readonly changed: number
  /** When it was deleted; the beginning of time for one that is not. */
  readonly deletedAt: Date
}

export const never = new Date(0)
export const isDeleted = ({ deletedAt }: Pick<AssetDoc, 'deletedAt'>): boolean =>
  deletedAt.getTime() !== never.getTime()

export const licences = [
  'own',
  'public-domain',
  'cc0',
  'cc-by',
  'cc-by-sa',
  'cc-by-nc',
  'cc-by-nd',
  'permission',
  'unknown',
] as const
export type Licence = (typeof licences)[number]

/** A part on its way in. */
export interface AssetPartDoc {
  /** `<asset>:<turn>:<position>`. */
  readonly _id: string
  readonly asset: string
  readonly turn: number
  readonly position: number
  readonly content: Binary
}

/** A file, written after its pieces: one that is there is whole. */
export interface AssetFileDoc {
  /** SHA-256 in hexadecimal digits. */
  readonly _id: string
  readonly type: KeptType
  readonly bytes: number
  /** When it was written last. */
  readonly at: Date
}

export interface AssetPieceDoc {
  /** `<file>:<number>`. */
  readonly _id: string
  readonly file: string
  readonly number: number
  readonly content: Binary
}

export const assetsIn = (db: Db) => db.collection<AssetDoc>('assets')
export const partsIn = (db: Db) => db.collection<AssetPartDoc>('asset_parts')
export const filesIn = (db: Db) => db.collection<AssetFileDoc>('asset_files')
export const piecesIn = (db: Db) => db.collection<AssetPieceDoc>('asset_pieces')
