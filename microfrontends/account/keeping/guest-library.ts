/** What a guest keeps on a device, as plain data, and its changes as pure functions. */
import { SHELF, type Kept, type Refusal } from './kept.ts'

export interface GuestList {
  readonly id: string
  readonly name: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly items: readonly Kept[]
}

export interface GuestLibrary {
  readonly shelf: readonly Kept[]
  /** Newest first. */
  readonly lists: readonly GuestList[]
}

/** Small enough that a full library stays well below what browsers let a site keep (5 MB). */
export const SHELF_CAPACITY = 300
export const LIST_CAPACITY = 100
export const MOST_LISTS = 20

export const EMPTY: GuestLibrary = { shelf: [], lists: [] }

export const capacityOf = (place: string): number => (place === SHELF ? SHELF_CAPACITY : LIST_CAPACITY)

/** Null when there is no such place. */
export function itemsIn(library: GuestLibrary, place: string): readonly Kept[] | null {
  return place === SHELF ? library.shelf : (library.lists.find(({ id }) => id === place)?.items ?? null)
}

/** Ids of the places that hold a record. */
export function placesWith({ shelf, lists }: GuestLibrary, record: string): ReadonlySet<string> {
  return new Set(
    [{ id: SHELF, items: shelf }, ...lists]
      .filter(({ items }) => items.some(({ recordId }) => recordId === record))
      .map(({ id }) => id),
  )
}

/** A change: the library after it, or why it cannot be. */
export type Change = (library: GuestLibrary) => GuestLibrary | Refusal

/** Puts a record where it is not yet; newest first, so that one brought back stands where it stood. */
export const put =
  (place: string, record: Kept): Change =>
  (library) => {
    const items = itemsIn(library, place)
    if (items === null) return 'gone'
    if (items.some(({ recordId }) => recordId === record.recordId)) return library
    if (items.length >= capacityOf(place)) return 'full'
    return withItems(library, place, [...items, record].sort(newestFirst))
  }

export const take =
  (place: string, record: string): Change =>
  (library) =>
    withItems(
      library,
      place,
      (itemsIn(library, place) ?? []).filter(({ recordId }) => recordId !== record),
    )

/** Adds a new list, or one that comes back with all it held. */
export const addList =
  (list: GuestList): Change =>
  (library) => {
    if (library.lists.some(({ id }) => id === list.id)) return library
    if (library.lists.length >= MOST_LISTS) return 'many'
    const lists = [...library.lists, list].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    return { ...library, lists }
  }

export const renameList =
  (place: string, name: string): Change =>
  (library) =>
    itemsIn(library, place) === null
      ? 'gone'
      : { ...library, lists: library.lists.map((list) => (list.id === place ? { ...list, name } : list)) }

export const removeList =
  (place: string): Change =>
  (library) => ({ ...library, lists: library.lists.filter(({ id }) => id !== place) })

function withItems(library: GuestLibrary, place: string, items: readonly Kept[]): GuestLibrary {
  if (place === SHELF) return { ...library, shelf: items }
  return { ...library, lists: library.lists.map((list) => (list.id === place ? { ...list, items } : list)) }
}

function newestFirst(a: Kept, b: Kept): number {
  if (a.addedAt !== b.addedAt) return a.addedAt < b.addedAt ? 1 : -1
  return a.recordId < b.recordId ? -1 : 1
}

/** What is written on the device. */
export const written = (library: GuestLibrary): string => JSON.stringify({ version: 1, ...library })

/** Reads what `written` wrote; null for anything else, such as what a later version wrote. */
export function read(text: string): GuestLibrary | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value) || value['version'] !== 1) return null
  const { shelf, lists } = value
  if (!isListOf(shelf, isKept) || !isListOf(lists, isList)) return null
  return { shelf, lists }
}

function isList(value: unknown): value is GuestList {
  if (!isObject(value)) return false
  const { id, name, createdAt, items } = value
  return isText(id) && isText(name) && isText(createdAt) && isListOf(items, isKept)
}

export function isKept(value: unknown): value is Kept {
  if (!isObject(value)) return false
  const { recordId, title, kind, language, addedAt } = value
  return (
    isText(recordId) &&
    isText(title) &&
    isText(kind) &&
    isText(addedAt) &&
    (language === null || isText(language))
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem)
}
