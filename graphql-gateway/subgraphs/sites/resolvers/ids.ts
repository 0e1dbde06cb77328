// Which texts can be ids at all; others are answered without a trip.

/** A library's id is its code, fit for a host name. */
export function isLibraryId(text: string): boolean {
  return /^[a-z][a-z0-9]{1,30}$/.test(text)
}

/** A division code of 2, 4 or 6 digits. */
export function isRegionId(text: string): boolean {
  return /^(\d\d){1,3}$/.test(text)
}
