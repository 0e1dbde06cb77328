/** All that a reader keeps, as one file to take away. */
import { firstOf } from './first-of.ts'
import { SHELF, type History, type HistoryPage, type Keeping, type Kept } from './kept.ts'

export interface ExportedLibrary {
  readonly format: 'shuxiang-library'
  readonly version: 1
  /** ISO 8601. */
  readonly exportedAt: string
  readonly shelf: readonly Kept[]
  /** What was opened, and when that was wanted; null for guests, of whom nothing is noted. */
  readonly history: Pick<HistoryPage, 'items' | 'consents'> | null
  readonly lists: readonly { readonly name: string; readonly records: readonly Kept[] }[]
}

/** @throws what asking throws: a file with a part missing would be taken for the whole. */
export async function exportOf(keeping: Keeping, now: Date, signal: AbortSignal): Promise<ExportedLibrary> {
  const places = (await keeping.places(signal)) ?? []
  const all = async (place: string): Promise<readonly Kept[]> =>
    (await firstOf(keeping, place, Number.POSITIVE_INFINITY, signal))?.items ?? []
  const lists: { name: string; records: readonly Kept[] }[] = []
  for (const { id, name } of places) if (id !== SHELF) lists.push({ name, records: await all(id) })
  return {
    format: 'shuxiang-library',
    version: 1,
    exportedAt: now.toISOString(),
    shelf: await all(SHELF),
    history: keeping.history && (await historyOf(keeping.history, signal)),
    lists,
  }
}

async function historyOf(
  history: History,
  signal: AbortSignal,
): Promise<Pick<HistoryPage, 'items' | 'consents'>> {
  let page = await history.read(null, signal)
  const items = [...page.items]
  while (page.next !== null) {
    page = await history.read(page.next, signal)
    items.push(...page.items)
  }
  return { items, consents: page.consents }
}
