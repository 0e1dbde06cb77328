// For tests: a context as a resolver gets it, of somebody who is not signed in unless told otherwise.
import type { AuditEntry, AuditPort } from '@shuxiang/audit/contract'
import { anonymous } from '@shuxiang/permissions'
import type { Db } from 'mongodb'
import type { Log, SubgraphContext } from './context.ts'

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** An audit log that keeps its entries in a list. */
export function memoryAudit(): AuditPort & { readonly recorded: AuditEntry[] } {
  const recorded: AuditEntry[] = []
  return { recorded, record: async (entry) => void recorded.push(entry) }
}

/** A context over a database; everything else may be given instead of what a test rarely cares for. */
export function testContext(db: Db, facts: Partial<Omit<SubgraphContext, 'db'>> = {}): SubgraphContext {
  return {
    db,
    requestId: 'test',
    log: silentLog,
    signal: new AbortController().signal,
    tenant: null,
    principal: anonymous,
    audit: memoryAudit(),
    now: Date.now,
    ...facts,
  }
}
