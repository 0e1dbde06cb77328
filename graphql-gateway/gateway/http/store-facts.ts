// Which store answers, and its limits, as it says itself: an address alone does not tell.
import type { Db } from 'mongodb'

/** The store behind the gateway. */
export type StoreFacts =
  | { readonly kind: 'mongodb' }
  | {
      readonly kind: 'embedded'
      readonly limits: {
        readonly machines: number
        /** Records it is meant for at most. */
        readonly records: number
        readonly notOffered: readonly string[]
      }
    }

/** Asks the store. Rejects when it does not answer. */
export async function storeFacts(db: Db): Promise<StoreFacts> {
  const { embeddedStore: own }: { embeddedStore?: Record<string, unknown> } = await db.command({ hello: 1 })
  if (!own) return { kind: 'mongodb' }
  const { machines, records, notOffered } = own
  return {
    kind: 'embedded',
    limits: {
      machines: Number(machines),
      records: Number(records),
      notOffered: Array.isArray(notOffered) ? notOffered.map(String) : [],
    },
  }
}
