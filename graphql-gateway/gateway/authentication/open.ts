// Authentication of a gateway process, as its configuration says: of one provider, or of none.
import { anonymous } from '@shuxiang/permissions'
import type { Log } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import type { HttpAnswer } from '../http/answer.ts'
import { withoutIdentity, type Authenticate } from './contract.ts'
import { createRefusedSessions, prepareRefusedSessions } from './refused-sessions.ts'
import type { MembershipsOf } from './rules.ts'

/** The provider. */
export interface IdentityAddresses {
  /** `iss` of its tokens, as browsers know it. */
  readonly issuer: string
  /** Where this process reads its keys: may be another address of the same provider. */
  readonly keysUrl: string
}

/** What authentication needs of the process. */
export interface AuthenticationParts {
  readonly db: Db
  readonly membershipsOf: MembershipsOf | null
  readonly log: Log
}

export interface Authentication {
  readonly authenticate: Authenticate
  /** Null without a provider. */
  readonly backchannel: ((body: string) => Promise<HttpAnswer>) | null
  /** Learns what other gateways were told; to be called every few seconds. Never rejects. */
  refresh(): Promise<void>
}

/** The library of tokens is loaded with the first token: it costs a start more than all else here. */
export function openAuthentication(
  identity: IdentityAddresses | null,
  { db, membershipsOf, log }: AuthenticationParts,
): Authentication {
  if (identity === null) return { authenticate: withoutIdentity, backchannel: null, refresh: async () => {} }
  const refused = createRefusedSessions(db, Date.now)
  let loading: ReturnType<typeof load> | null = null
  const load = async () => {
    const [{ createKeys }, { bearer }, { backchannel }] = await Promise.all([
      import('./keys.ts'),
      import('./bearer.ts'),
      import('./backchannel.ts'),
    ])
    const keys = createKeys({ url: identity.keysUrl, now: () => performance.now(), log })
    const common = { issuer: identity.issuer, keys, refused, now: Date.now, log }
    return { authenticate: bearer({ ...common, membershipsOf }), backchannel: backchannel(common) }
  }
  const loaded = () => (loading ??= load())
  let prepared = false
  return {
    async authenticate(authorization, requestId) {
      if (authorization === undefined) return anonymous
      return (await loaded()).authenticate(authorization, requestId)
    },
    backchannel: async (body) => (await loaded()).backchannel(body),
    async refresh() {
      try {
        if (!prepared) await prepareRefusedSessions(db)
        prepared = true
        await refused.refresh()
      } catch (error) {
        log.warn({ err: error }, 'signed-out sessions cannot be read')
      }
    },
  }
}
