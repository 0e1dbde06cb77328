/** What the section keeps in its address: the region that is looked at, the kind of fault, and how far the list is. */
import { consoleAddress } from '../frame/address.ts'

export const kinds = [
  'UNPUBLISHED',
  'UNOWNED',
  'NO_OPENING_HOURS',
  'NO_CONTACT',
  'NO_COMPLAINTS',
  'INACCESSIBLE',
  'BROKEN_LINK',
  'EMPTY_SHELF',
  'STALE',
  'NO_FILING_NUMBER',
] as const
export type Kind = (typeof kinds)[number]

export interface HealthAddress {
  /** Division code; null: that of the library, or the nation. */
  readonly region: string | null
  /** Only sites with this. */
  readonly kind: Kind | null
  readonly after: string | null
}

const shape = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null

export function readHealth({ region, kind, after }: Readonly<Record<string, unknown>>): HealthAddress {
  return {
    region: shape(region, /^(\d\d){1,3}$/),
    kind: kinds.find((each) => each === kind) ?? null,
    after: shape(after, /^[\w+/=-]{1,500}$/),
  }
}

export function healthAt(
  library: string | null,
  { region = null, kind = null, after = null }: Partial<HealthAddress> = {},
): string {
  return consoleAddress('health', library, { region, kind, after })
}

/** The region of a library, as its code has it; null for the nation's. */
export const regionOf = (library: string | null): string | null =>
  library === null ? null : (/^n((?:\d\d){1,3})$/.exec(library)?.[1] ?? null)
