/** The first of what a place holds, page after page, until there are as many as are wanted. */
import type { Keeping, Kept, KeptPage } from './kept.ts'

/** Null when there is no such place. */
export async function firstOf(
  keeping: Keeping,
  place: string,
  wanted: number,
  signal: AbortSignal,
): Promise<KeptPage | null> {
  const items: Kept[] = []
  let next: string | null = null
  do {
    const page: KeptPage | null = await keeping.items(place, next, signal)
    if (page === null) return null
    items.push(...page.items)
    next = page.next
  } while (next !== null && items.length < wanted)
  return { items, next }
}
