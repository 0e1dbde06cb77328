// What the store keeps of code that libraries ask for. The bytes never change: other code is another request.
import type { Db } from 'mongodb'

export type CodeState = 'ASKED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN'

export interface CodeDoc {
  /** `<site>-<key>`: it stands in addresses. */
  readonly _id: string
  readonly site: string
  readonly title: string
  readonly html: string
  /** Of `html` in UTF-8. */
  readonly bytes: number
  /** Of `html` in UTF-8, in hexadecimal digits. */
  readonly sha256: string
  /** CSS pixels. */
  readonly height: number
  readonly why: string
  readonly state: CodeState
  /** Subject and user name of who asked; the name is empty once that account is gone. */
  readonly by: string
  readonly name: string
  /** Milliseconds: a list is in its order. */
  readonly askedAt: number
  /** What became of it last; null while it waits. */
  readonly settled: SettledDoc | null
}

export interface SettledDoc {
  readonly by: string
  readonly name: string
  readonly at: Date
  /** Empty but where it was refused. */
  readonly reason: string
}

export const codeId = (site: string, key: string): string => `${site}-${key}`

export const isCodeId = (text: string): boolean => /^[a-z][a-z0-9]{1,30}-[\w-]{8,64}$/.test(text)

export const codesIn = (db: Db) => db.collection<CodeDoc>('site_codes')
