/** What the section keeps in its address: the province that the nation looks at, and what is being written. */
import { consoleAddress } from '../frame/address.ts'

const KINDS = ['emergency', 'mourning', 'take-down'] as const
export type Written = (typeof KINDS)[number]

export interface OverridesAddress {
  /** By its two digits; null: the nation. */
  readonly region: string | null
  /** The form that is open. */
  readonly write: Written | null
}

export function readOverrides({ region, write }: Readonly<Record<string, unknown>>): OverridesAddress {
  return {
    region: typeof region === 'string' && /^[1-9]\d$/.test(region) ? region : null,
    write: KINDS.find((kind) => kind === write) ?? null,
  }
}

export function overridesAt(
  library: string | null,
  { region = null, write = null }: Partial<OverridesAddress> = {},
): string {
  return consoleAddress('overrides', library, { region, write })
}

/** The national library, at which the nation's own are permitted. */
const NATIONAL = 'ndl'

/**
 * Over what whoever works for a library may put something: a province by its digits, or the nation (null); undefined for a
 * library of a city or county, which has no other site below it.
 */
export function regionOf(library: string): string | null | undefined {
  return library === NATIONAL ? null : /^n(\d\d)$/.exec(library)?.[1]
}
