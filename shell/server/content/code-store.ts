/** Code of libraries that was let through, as the graph has it; what was asked for last is kept for a moment. */
import { LRUCache } from 'lru-cache'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import type { CodeBytes } from '@shuxiang/site-blocks'
import { ApprovedCode } from '../operations.generated.ts'

export interface CodeStore {
  /**
   * Its text; null where nobody has let it through, or it was withdrawn. `tenant`: the site on whose pages it is to stand; null
   * for the portal. Errors: `GqlUnavailable`.
   */
  textOf(code: CodeBytes, tenant: string | null, requestId: string): Promise<string | null>
}

/** Milliseconds: with as long in the gateway and in browsers, what was withdrawn is gone within a minute. */
const KEPT_FOR = 10_000
/** Characters that are kept. */
const MOST_KEPT = 8 * 1024 * 1024
/** Characters of one without its text. */
const OVERHEAD = 300
/** An answer that cannot be had within this is not waited for. */
const DEADLINE_MS = 3_000

/** What is not there is asked for again each time: it may be let through at any moment. */
export function openCodeStore(client: GatewayClient, now: () => number): CodeStore {
  const kept = new LRUCache<string, { readonly text: string; readonly until: number }>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ text }) => text.length + OVERHEAD,
  })
  return {
    async textOf(code, tenant, requestId) {
      const key = `${tenant ?? ''} ${code.id} ${code.sha256}`
      const found = kept.get(key)
      if (found && now() < found.until) return found.text
      const signal = AbortSignal.timeout(DEADLINE_MS)
      const call = { requestId, signal, ...(tenant !== null && { tenant }) }
      const { data, errors } = await ask(client, ApprovedCode, { ...code }, call)
      if (!data && errors.length > 0) throw new Error(errors[0]?.message)
      const text = data?.approvedCode ?? null
      if (text === null) kept.delete(key)
      else kept.set(key, { text, until: now() + KEPT_FOR })
      return text
    },
  }
}
