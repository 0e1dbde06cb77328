// Code of libraries as it is found.
import { connection, type Connection, type SortKey } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { nationalLibraryId } from '../model/libraries.ts'
import { provinceOf } from '../overrides/documents.ts'
import { codesIn, isCodeId, type CodeDoc, type CodeState } from './documents.ts'

/** Null for an id of no code, without a trip for one that cannot be one. */
export async function codeById(db: Db, id: string, signal: AbortSignal): Promise<CodeDoc | null> {
  return isCodeId(id) ? codesIn(db).findOne({ _id: id }, { signal }) : null
}

/**
 * Approved, and of a library whose code may stand on the pages of that site: its own, and of those whose parts stand there by
 * reference. `site` null: the portal.
 */
export async function shownCode(
  db: Db,
  id: string,
  site: string | null,
  signal: AbortSignal,
): Promise<CodeDoc | null> {
  const found = await codeById(db, id, signal)
  if (found?.state !== 'APPROVED') return null
  const province = site === null ? null : provinceOf(site)
  const theirs = [nationalLibraryId, site, province && `n${province}`]
  return theirs.includes(found.site) ? found : null
}

export interface CodePage {
  /** Null: of all sites. */
  readonly site: string | null
  readonly state: CodeState | null
  readonly first: number
  readonly after: string | null
  readonly signal: AbortSignal
}

/** The latest first. */
export function codePage(
  db: Db,
  { site, state, first, after, signal }: CodePage,
): Promise<Connection<CodeDoc>> {
  const sort: readonly SortKey[] = [
    ['askedAt', -1],
    ['_id', 1],
  ]
  const filter = { ...(site !== null && { site }), ...(state !== null && { state }) }
  return connection<CodeDoc>({ collection: db.collection('site_codes'), filter, sort, first, after, signal })
}
