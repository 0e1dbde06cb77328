/** Addresses of the console: its section, the library that is worked for, and what the section keeps there itself. */

type Query = Readonly<Record<string, unknown>>

/** As libraries are named; what is not of this form is no library. */
const LIBRARY = /^[a-z0-9][a-z0-9-]{0,62}$/

/** The library in an address; null: none is named. */
export function readLibrary({ library }: Query): string | null {
  return typeof library === 'string' && LIBRARY.test(library) ? library : null
}

/** `more`: parameters of the section; empty ones and nulls are left out. */
export function consoleAddress(
  section: string,
  library: string | null,
  more: Readonly<Record<string, string | null>> = {},
): string {
  const given = Object.entries({ library, ...more }).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== '',
  )
  const path = section === '' ? '/console' : `/console/${section}`
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
