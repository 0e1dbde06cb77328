// The logical sessions clients have used lately, for $listLocalSessions.
import { createHash } from 'node:crypto'
import { Binary, documentOf, isDocument, type Document, type Value } from '../bson/values.ts'

/** Life of a session that is not used, as hello says. */
export const sessionMinutes = 30
/** Sessions remembered; the one not used for longest goes first. */
const mostSessions = 10_000

/** Nobody signs in here, so every session is that of the empty user name. */
const nobody = new Binary(createHash('sha256').digest(), 0)

/** Notes sessions; kept in memory only, as they say nothing about data. */
export class Sessions {
  readonly #used = new Map<string, { id: Binary; at: Date }>()

  /** Notes the use of `lsid`; anything that is no session's id is left alone. */
  note(lsid: Value | undefined, at: Date): void {
    const id = isDocument(lsid) ? lsid.get('id') : undefined
    if (!(id instanceof Binary) || id.position !== 16) return
    const key = Buffer.from(id.buffer.subarray(0, 16)).toString('latin1')
    this.#used.delete(key)
    this.#used.set(key, { id, at })
    const [oldest] = this.#used.keys()
    if (this.#used.size > mostSessions && oldest !== undefined) this.#used.delete(oldest)
  }

  /** Sessions used in the last half hour, in the order of their last use. */
  list(now: Date): Document[] {
    const since = now.getTime() - sessionMinutes * 60_000
    return [...this.#used.values()]
      .filter(({ at }) => at.getTime() > since)
      .map(({ id, at }) => documentOf(['_id', documentOf(['id', id], ['uid', nobody])], ['lastUse', at]))
  }
}
