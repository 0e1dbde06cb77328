// Whether what a provider has is what it should have, in the fields that are ours.

/** Lists whose order means nothing to a provider. */
const unordered = (list: readonly unknown[]): readonly string[] =>
  list.map((item) => JSON.stringify(item)).toSorted()

/**
 * True when `actual` holds everything of `wanted`. Fields that only `actual` has are the provider's own: Keycloak adds
 * some to whatever it is given.
 */
export function holds(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false
    if (wanted.every((item) => typeof item !== 'object')) {
      const there = unordered(actual)
      return unordered(wanted).every((item, place) => item === there[place])
    }
    return wanted.every((item) => actual.some((one) => holds(one, item)))
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof actual !== 'object' || actual === null) return false
    const there = new Map(Object.entries(actual))
    return Object.entries(wanted).every(([field, value]) => holds(there.get(field), value))
  }
  return actual === wanted
}
