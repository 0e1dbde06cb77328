/** Urgent notices of a library above the pages that are drawn for the request, as they stand on those of its release. */
import { randomUUID } from 'node:crypto'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { urgentNotices, type Answer } from '@shuxiang/site-blocks'
import { dayOf } from '@shuxiang/site-publish'
import { urgentBar, type Locale } from '@shuxiang/site-render'
import { LRUCache } from 'lru-cache'
import type { Site } from './site.ts'

export interface UrgentBars {
  /** Markup of the bars, empty where a library has nothing urgent to say or nobody knows. Never rejects. */
  of(site: Site, locale: Locale, operations: ReadonlyMap<string, string>): Promise<string>
}

export interface UrgentBarsOptions {
  readonly client: GatewayClient
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** The time of the day. */
  readonly date: () => Date
}

/** Milliseconds after which the gateway is asked again. */
const FRESH_MS = 5_000
/** A page waits no longer for what is only a bar above it. */
const PATIENCE_MS = 300
const DEADLINE_MS = 1_500
const MOST_KEPT = 500

interface Known {
  readonly answer: Answer
  readonly at: number
}

export function openUrgentBars({ client, now, date }: UrgentBarsOptions): UrgentBars {
  /** What each library said last on a day: it stands while the gateway is away. */
  const kept = new LRUCache<string, Known>({ max: MOST_KEPT })
  const asking = new Map<string, Promise<void>>()

  return {
    async of({ code }, locale, operations) {
      const at = date()
      const today = dayOf(at)
      const context = { locale, today, now: at.toISOString(), path: '/', parameters: {} }
      const urgent = urgentNotices(context)
      const { operation, variables } = urgent.query
      const id = operations.get(operation)
      if (id === undefined) return ''
      const key = `${code} ${today}`

      const look = async (): Promise<void> => {
        const call = { requestId: randomUUID(), tenant: code, signal: AbortSignal.timeout(DEADLINE_MS) }
        const { data, errors } = await client.ask({ id, name: operation }, variables, call)
        if (data !== null && errors.length === 0) kept.set(key, { answer: data, at: now() })
      }

      const known = kept.get(key)
      if (!known || now() - known.at >= FRESH_MS) {
        const asked =
          asking.get(key) ??
          look()
            .catch(() => undefined)
            .finally(() => asking.delete(key))
        asking.set(key, asked)
        // What was known stands while it is asked again; only the first page of a library waits.
        if (!known) await Promise.race([asked, after(PATIENCE_MS)])
      }
      const { answer = null } = kept.get(key) ?? {}
      return urgent
        .of(new Map([[urgent.query.key, answer]]))
        .map((notice) => urgentBar({ locale, ...notice }))
        .join('')
    },
  }
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
