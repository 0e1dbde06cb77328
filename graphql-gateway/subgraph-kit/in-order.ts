// Puts what one `find` returned back into the order of what was asked for.

/**
 * One place per key: its document, or null. For `__resolveReferences`:
 * `inOrder(refs.map((r) => r.id), docs, (doc) => doc._id)`.
 */
export function inOrder<Key, T>(
  keys: readonly Key[],
  found: Iterable<T>,
  keyOf: (item: T) => Key,
): (T | null)[] {
  const byKey = new Map<Key, T>()
  for (const item of found) byKey.set(keyOf(item), item)
  return keys.map((key) => byKey.get(key) ?? null)
}
