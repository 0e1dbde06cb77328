/** What a guest kept, in parcels for the account: each is sent until it has arrived, and counts once however often it is sent. */
import { isKept, isListOf, isObject, type GuestLibrary } from './guest-library.ts'
import type { Kept } from './kept.ts'

export interface ParcelList {
  /** Id of the list on the device: the account makes one list of all that come under it. */
  readonly key: string
  readonly name: string
  readonly records: readonly Kept[]
}

export interface Parcel {
  readonly id: string
  /** For whose account it was packed (`Session.reader`); absent where that was not noted yet. */
  readonly reader?: string
  readonly shelf: readonly Kept[]
  readonly lists: readonly ParcelList[]
}

/** Records in a parcel: with the longest titles it stays below what the gateway takes at once (64 KB). */
export const PARCEL_SIZE = 50

/** All of a library, for one reader. `newId` is asked once a parcel. */
export function parcelsOf(
  { shelf, lists }: GuestLibrary,
  reader: string,
  newId: () => string,
): readonly Parcel[] {
  const parcels: Parcel[] = []
  for (const part of slices(shelf)) parcels.push({ id: newId(), reader, shelf: part, lists: [] })
  for (const { id: key, name, items } of lists)
    for (const records of items.length === 0 ? [[]] : slices(items))
      parcels.push({ id: newId(), reader, shelf: [], lists: [{ key, name, records }] })
  return parcels
}

function slices(items: readonly Kept[]): readonly (readonly Kept[])[] {
  const count = Math.ceil(items.length / PARCEL_SIZE)
  return Array.from({ length: count }, (_, i) => items.slice(i * PARCEL_SIZE, (i + 1) * PARCEL_SIZE))
}

/** Reads what was written as JSON; none of what is no parcel. */
export function readParcels(text: string): readonly Parcel[] {
  try {
    const value: unknown = JSON.parse(text)
    return isListOf(value, isParcel) ? value : []
  } catch {
    return []
  }
}

function isParcel(value: unknown): value is Parcel {
  if (!isObject(value)) return false
  const { id, reader, shelf, lists } = value
  if (reader !== undefined && typeof reader !== 'string') return false
  return typeof id === 'string' && isListOf(shelf, isKept) && isListOf(lists, isParcelList)
}

function isParcelList(value: unknown): value is ParcelList {
  if (!isObject(value)) return false
  const { key, name, records } = value
  return typeof key === 'string' && typeof name === 'string' && isListOf(records, isKept)
}
