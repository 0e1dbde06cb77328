/** A list in which one thing has changed places with its neighbour, before (-1) or behind (1); null where there is none. */
export function swapped<T extends object>(list: readonly T[], at: number, by: -1 | 1): T[] | null {
  const [one, other] = [list[at], list[at + by]]
  if (!one || !other) return null
  return list.map((item, n) => (n === at ? other : n === at + by ? one : item))
}
