// Questions and answers of Keycloak's admin interface, as far as it is answered here.
import { createHash } from 'node:crypto'
import type { AuditAction } from '@shuxiang/audit/contract'
import type { z } from 'zod'

/** What is asked, the path below the realm cut into its parts. */
export interface AdminRequest {
  readonly method: string
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  /** The JSON that was sent; null without any. */
  readonly body: unknown
  readonly by: Asker
}

/** Who asks, and what of it is noted. */
export interface Asker {
  /** Roles that it may give and take. */
  readonly gives: ReadonlySet<string>
  /** Notes what is about to be done, in the audit log: where it cannot be noted it must not be done. */
  note(change: Change): Promise<void>
}

/** A change, by ids: no names and no values. */
export interface Change {
  readonly action: AuditAction
  /** As `kind:id`. */
  readonly object: string
  readonly details?: Readonly<Record<string, string | boolean>>
}

/** `location` names what was made, below the realm. */
export interface AdminAnswer {
  readonly status: number
  readonly body?: unknown
  readonly location?: string
}

export const done: AdminAnswer = { status: 204 }
export const nothing = (what: string): AdminAnswer => ({ status: 404, body: { error: `${what} not found` } })
export const refused = (status: 400 | 403 | 405 | 409, errorMessage: string): AdminAnswer => ({
  status,
  body: { errorMessage },
})
/** To a body of another shape: which field, and what is wrong with it. */
export const wrong = ({ issues: [issue] }: z.ZodError): AdminAnswer =>
  refused(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
export const found = (body: unknown): AdminAnswer => ({ status: 200, body })

/** Where a page of a list begins and how long it is. */
export interface PageOfList {
  readonly first: number
  readonly max: number
}

/** As Keycloak: 100 unless asked otherwise. */
const standardMax = 100
const largestMax = 1_000
/** Further in, a list is narrowed by its search. */
const largestFirst = 20_000

/** Null for numbers that are none, or too large. */
export function pageIn(query: URLSearchParams): PageOfList | null {
  const first = Number(query.get('first') ?? 0)
  const max = Number(query.get('max') ?? standardMax)
  const whole = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= most
  return whole(first, largestFirst) && whole(max, largestMax) ? { first, max } : null
}

/** The same id for the same name at each start: for what the realm file names and gives no id. */
export function idOf(kind: 'client' | 'role', name: string): string {
  const hex = createHash('sha256').update(`${kind} ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
