/** What comes in turn, day by day: the same for everybody, and nobody has to look after it. Pure. */

const day = 86_400_000

/** Days since 1970 of a `YYYY-MM-DD`; 0 for what is no day. */
export function dayNumber(today: string): number {
  const time = Date.parse(`${today}T00:00:00Z`)
  return Number.isNaN(time) ? 0 : Math.floor(time / day)
}

/** `most` of them, others each day until all have come; fewer where there are not so many. */
export function turnOf<T>(all: readonly T[], most: number, today: string): readonly T[] {
  if (all.length <= most) return all
  const begin = (((dayNumber(today) * most) % all.length) + all.length) % all.length
  return [...all.slice(begin), ...all.slice(0, begin)].slice(0, most)
}

/** The same of records, without those that stand on the page already, which it is told of what is taken now. */
export function freshTurnOf<T extends { readonly id: string }>(
  all: readonly T[],
  most: number,
  { today, shown }: { readonly today: string; readonly shown: Set<string> },
): readonly T[] {
  const fresh = all.filter(({ id }) => !shown.has(id))
  const taken = turnOf(fresh, most, today)
  for (const { id } of taken) shown.add(id)
  return taken
}
