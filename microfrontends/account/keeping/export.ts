/** All that is kept of a reader, as the text of one file to take away. */
import { GqlUnavailable, type Portal } from '@shuxiang/sdk/contract'
import { TakeEverything } from '../operations.generated.ts'
import { STORED_SEARCHES } from '../searches/stored.ts'
import { firstOf } from './first-of.ts'
import { SHELF, type Keeping, type Kept } from './kept.ts'

/**
 * Of a reader who is signed in, what every part of the product keeps, as the server gathers it; of a guest, what is on
 * this device.
 * @throws what asking throws: a file with a part missing would be taken for the whole.
 */
export async function everythingOf(
  { gql, signal }: Pick<Portal, 'gql' | 'signal'>,
  keeping: Keeping,
  window: Pick<Window, 'localStorage'>,
  now: Date,
): Promise<string> {
  if (keeping.history === null) return onDevice(keeping, window, now, signal)
  const { data } = await gql(TakeEverything, {})
  if (!data) throw new GqlUnavailable('the file could not be made', true)
  return data.takeEverything
}

async function onDevice(
  keeping: Keeping,
  window: Pick<Window, 'localStorage'>,
  now: Date,
  signal: AbortSignal,
): Promise<string> {
  const places = (await keeping.places(signal)) ?? []
  const all = async (place: string): Promise<readonly Kept[]> =>
    (await firstOf(keeping, place, Number.POSITIVE_INFINITY, signal))?.items ?? []
  const lists: { name: string; records: readonly Kept[] }[] = []
  for (const { id, name } of places) if (id !== SHELF) lists.push({ name, records: await all(id) })
  const file = {
    format: 'shuxiang-library',
    version: 1,
    exportedAt: now.toISOString(),
    shelf: await all(SHELF),
    lists,
    // As the device has it: whoever takes it away reads it elsewhere.
    searches: window.localStorage.getItem(STORED_SEARCHES),
  }
  return JSON.stringify(file, null, 2)
}
