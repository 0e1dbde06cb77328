// What stands over sites without being published on them: notices of an emergency, days of mourning, and what is taken down.
import type { Db } from 'mongodb'
import type { Words } from '../store/documents.ts'

export type OverrideKind = 'emergency' | 'grey' | 'take-down'

export interface OverrideDoc {
  /** `<over>:<key>`, the key drawn by who makes it, so that asking twice makes one. */
  readonly _id: string
  readonly kind: OverrideKind
  /** What it stands over: empty for the nation and its portal, a province (`33`), or the code of a site. */
  readonly over: string
  /** For `take-down`: the page; null: the whole site. */
  readonly path: string | null
  /** What readers are told; empty for `grey`. */
  readonly words: Words
  readonly from: Date
  /** Exclusive; null: until somebody ends it. */
  readonly until: Date | null
  /** Null while nobody has ended it. */
  readonly endedAt: Date | null
  /** The earlier of both, exclusive; `noEnd` where there is neither. */
  readonly ends: Date
  /** Subject and user name of who made it; the name is empty once that account is gone. */
  readonly by: string
  readonly name: string
  readonly at: Date
}

export const overridesIn = (db: Db) => db.collection<OverrideDoc>('site_overrides')

/** Later than any day. */
export const noEnd = new Date('9999-12-31T00:00:00Z')

/** The nation and its portal. */
export const nation = ''

/** The province of a library: the first two digits of the division in its code; null for one of the nation's own. */
export function provinceOf(site: string): string | null {
  return /^n(\d\d)(?:\d\d){0,2}$/.exec(site)?.[1] ?? null
}
