// The session store as the protocol library asks for it.
import { errors, type Adapter, type AdapterFactory, type AdapterPayload } from 'oidc-provider'
import type { SessionStore } from './store.ts'

export interface AdapterParts {
  readonly store: SessionStore
  /** A client as the library knows it; null for one that nobody may use. */
  readonly client: (id: string) => Promise<AdapterPayload | null>
  /** The handle inside a refresh token as the browser has it; null for one that is not ours. */
  readonly refreshHandle: (token: string) => string | null
}

/** Makes the adapter of each model. */
export function createAdapter({ store, client, refreshHandle }: AdapterParts): AdapterFactory {
  return (kind): Adapter => ({
    async upsert(id, payload, seconds) {
      await store.put(kind, id, payload, seconds ?? 0)
    },
    async find(id) {
      if (kind === 'Client') return (await client(id)) ?? undefined
      const handle = kind === 'RefreshToken' ? refreshHandle(id) : id
      return handle === null ? undefined : ((await store.find(kind, handle)) ?? undefined)
    },
    findByUid: async (uid) => (await store.findByUid(kind, uid)) ?? undefined,
    // For the device flow, which no client has.
    findByUserCode: async () => undefined,
    async consume(id) {
      if (await store.consume(kind, id)) return
      // Several at once: one is served, and the others give away that somebody else has the token.
      const kept = await store.find(kind, id)
      if (kept?.grantId !== undefined) await store.revokeGrant(kept.grantId)
      throw new errors.InvalidGrant('already used')
    },
    destroy: (id) => (kind === 'Grant' ? store.revokeGrant(id) : store.remove(kind, id)),
    revokeByGrantId: (grantId) => store.revokeGrant(grantId),
  })
}
