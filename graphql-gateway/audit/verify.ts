// Whether the log is as it was written.
import type { Db } from 'mongodb'
import { follow, origin, type Broken, type Head } from './chain.ts'
import { entriesIn, headIn } from './log.ts'

/** What was found. `head` is the last entry up to which all is well: note it elsewhere, and give it next time. */
export interface Verdict {
  readonly head: Head
  readonly broken: Broken | null
}

const batch = 1000

/**
 * Reads every entry in its order. `noted` are places of the chain that were noted outside of the store; who can write to
 * the store could otherwise write a whole other chain.
 */
export async function verifyAuditLog(db: Db, noted: readonly Head[] = []): Promise<Verdict> {
  const note = await headIn(db).findOne({ _id: 'head' })
  const claims = [...noted, ...(note ? [note] : [])]
  let head = origin
  for (;;) {
    const entries = await entriesIn(db)
      .find({ _id: { $gt: head.number } })
      .sort({ _id: 1 })
      .limit(batch)
      .toArray()
    for (const entry of entries) {
      const next = follow(head, entry)
      if ('problem' in next) return { head, broken: next }
      if (claims.some(({ number, hash }) => number === next.number && hash !== next.hash))
        return { head, broken: { number: next.number, problem: 'changed' } }
      head = next
    }
    if (entries.length < batch) break
  }
  const furthest = Math.max(0, ...claims.map(({ number }) => number))
  const cut = furthest > head.number || (head.number > 0 && note === null)
  return { head, broken: cut ? { number: head.number + 1, problem: 'missing' } : null }
}
