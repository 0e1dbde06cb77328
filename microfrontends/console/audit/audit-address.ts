/** What the address of the audit log keeps: which entries, and from where on. */
import { isDay } from '../doing/days.ts'
import { consoleAddress } from '../frame/address.ts'

export interface AuditAddress {
  /** User name. */
  readonly person: string | null
  readonly action: string | null
  /** Days, both included. */
  readonly from: string | null
  readonly until: string | null
  /** Entries with smaller numbers. */
  readonly before: number | null
}

type Query = Readonly<Record<string, unknown>>

export const EVERYTHING: AuditAddress = { person: null, action: null, from: null, until: null, before: null }

export function readAudit({ person, action, from, until, before }: Query): AuditAddress {
  const text = (value: unknown, form: RegExp): string | null =>
    typeof value === 'string' && form.test(value) ? value : null
  const day = (value: unknown): string | null => (typeof value === 'string' && isDay(value) ? value : null)
  return {
    person: text(person, /^[^\s\p{C}]{1,200}$/u),
    action: text(action, /^[a-z][a-z.-]{0,60}$/),
    from: day(from),
    until: day(until),
    before: typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
  }
}

export function writeAudit(
  section: string,
  library: string | null,
  { before, ...filters }: AuditAddress,
): string {
  return consoleAddress(section, library, { ...filters, before: before === null ? null : String(before) })
}
