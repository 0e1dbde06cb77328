/** Where two texts differ, without what is the same before and behind. */

/** Signs of a text; what follows is left out. */
const LONGEST = 160
/** Signs of what is the same that stay before the first that is other. */
const LEADING = 20

export const cut = (signs: readonly string[]): string =>
  signs.length > LONGEST ? `${signs.slice(0, LONGEST).join('')}…` : signs.join('')

/** Lines in one, as they are shown. */
export const joined = (lines: readonly string[]): readonly string[] => [...lines.join(' / ')]

/** Both empty: they say the same. */
export function difference(
  before: readonly string[],
  after: readonly string[],
): { readonly before: string; readonly after: string } {
  const first = sameAtFirst(before, after)
  const last = sameAtFirst(before.slice(first).toReversed(), after.slice(first).toReversed())
  const [was, is] = [before, after].map((lines) => joined(lines.slice(first, lines.length - last)))
  return tellApart(was ?? [], is ?? [])
}

function tellApart(before: readonly string[], after: readonly string[]) {
  const same = sameAtFirst(before, after) - LEADING
  const from = (signs: readonly string[]): string =>
    same > LEADING && signs.length > LONGEST ? `…${cut(signs.slice(same))}` : cut(signs)
  return { before: from(before), after: from(after) }
}

function sameAtFirst(one: readonly string[], other: readonly string[]): number {
  const n = one.findIndex((each, at) => each !== other[at])
  return n === -1 ? one.length : n
}
