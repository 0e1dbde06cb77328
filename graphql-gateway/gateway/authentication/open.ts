// Authentication of a gateway process, as its configuration says: of one provider, or of none.
import type { Log } from '@shuxiang/subgraph-kit'
import type { Db } from 'mongodb'
import { backchannel } from './backchannel.ts'
import { bearer, withoutIdentity, type Authenticate } from './bearer.ts'
import { createKeys } from './keys.ts'
import { createRefusedSessions, prepareRefusedSessions } from './refused-sessions.ts'
import type { MembershipsOf } from './rules.ts'
import type { HttpAnswer } from '../http/answer.ts'

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

export function openAuthentication(
  identity: IdentityAddresses | null,
  { db, membershipsOf, log }: AuthenticationParts,
): Authentication {
  if (identity === null) return { authenticate: withoutIdentity, backchannel: null, refresh: async () => {} }
  const { issuer, keysUrl } = identity
  const keys = createKeys({ url: keysUrl, now: () => performance.now(), log })
  const refused = createRefusedSessions(db, Date.now)
  const common = { issuer, keys, refused, now: Date.now, log }
  let prepared = false
  return {
    authenticate: bearer({ ...common, membershipsOf }),
    backchannel: backchannel(common),
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
