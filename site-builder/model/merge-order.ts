/** Two orders of the blocks of a slot, put together. Pure. */

export interface Orders {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

const isSameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, n) => id === other[n])

/**
 * The order of `members`, each of which is in `ours` or `theirs`. Whoever moved blocks about decides; where both did, it is
 * theirs. What only the other has stands behind what it stood behind.
 */
export function mergeOrder(
  { base, ours, theirs }: Orders,
  members: ReadonlySet<string>,
): { readonly ids: readonly string[]; readonly clashes: boolean } {
  const [was, own, other] = [base, ours, theirs].map((ids) => ids.filter((id) => members.has(id)))
  if (!was || !own || !other) return { ids: [], clashes: false }
  const common = new Set(was.filter((id) => own.includes(id) && other.includes(id)))
  const among = (ids: readonly string[]): readonly string[] => ids.filter((id) => common.has(id))
  const oursMoved = !isSameOrder(among(own), among(was))
  const theirsMoved = !isSameOrder(among(other), among(was))
  const [ids, guests] = oursMoved && !theirsMoved ? [[...own], other] : [[...other], own]
  guests.forEach((id, n) => {
    if (ids.includes(id)) return
    const before = guests[n - 1]
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id)
  })
  return { ids, clashes: oursMoved && theirsMoved && !isSameOrder(among(own), among(other)) }
}
