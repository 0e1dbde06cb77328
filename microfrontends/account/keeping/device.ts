/** Keeps on this device, in the browser's local storage: for guests. All tabs of the site see the same. */
import { announceChange, onChange, type ChangeWindow } from './changes.ts'
import {
  addList,
  capacityOf,
  EMPTY,
  itemsIn,
  MOST_LISTS,
  placesWith,
  put,
  read,
  removeList,
  renameList,
  take,
  written,
  type Change,
  type GuestLibrary,
} from './guest-library.ts'
import { SHELF, type Keeping, type Outcome, type Place } from './kept.ts'
import { newKey } from './new-key.ts'

export const STORED = 'shuxiang.my-library'
/** What stood there and could not be read, so that it is not written over. */
export const UNREADABLE = 'shuxiang.my-library.unreadable'

/** Parcels that were packed for an account and have not arrived yet. */
export const PARCELS = 'shuxiang.my-library.parcels'

/** The browser's parts that it needs. */
export type DeviceWindow = ChangeWindow & Pick<Window, 'localStorage'> & { readonly crypto: Crypto }

/** Null when the browser keeps nothing for the site. */
export function readDevice(window: DeviceWindow): GuestLibrary | null {
  try {
    const text = window.localStorage.getItem(STORED)
    if (text === null) return EMPTY
    const library = read(text)
    if (library) return library
    window.localStorage.setItem(UNREADABLE, text)
    window.localStorage.removeItem(STORED)
    return EMPTY
  } catch {
    return null
  }
}

/** Whether there is anything that could be brought into an account, or is on its way. */
export function keepsAnything({ localStorage }: Pick<Window, 'localStorage'>): boolean {
  try {
    return [STORED, PARCELS].some((key) => localStorage.getItem(key) !== null)
  } catch {
    return false
  }
}

/** Records of all places of this device, each as often as it stands somewhere. */
export function recordsOn(window: DeviceWindow): number {
  const { shelf, lists } = readDevice(window) ?? EMPTY
  return lists.reduce((sum, { items }) => sum + items.length, shelf.length)
}

/** Reads, changes and writes at once, so that two tabs do not write over each other. */
export function changeDevice(window: DeviceWindow, change: Change): Outcome {
  const library = readDevice(window)
  if (library === null) return { done: false, why: 'blocked' }
  const after = change(library)
  if (typeof after === 'string') return { done: false, why: after }
  if (after !== library) {
    try {
      window.localStorage.setItem(STORED, written(after))
    } catch {
      return { done: false, why: 'blocked' }
    }
    // The browser tells other tabs only.
    announceChange(window)
  }
  return { done: true }
}

export function onDevice(window: DeviceWindow, now: () => Date): Keeping {
  const library = (): GuestLibrary => readDevice(window) ?? EMPTY
  const change = (wanted: Change): Outcome => changeDevice(window, wanted)
  return {
    where: 'device',
    mostLists: MOST_LISTS,
    async places() {
      const present = readDevice(window)
      return present && placesOf(present)
    },
    async items(place) {
      const items = itemsIn(library(), place)
      return items && { items, next: null }
    },
    holding: async (recordId) => ({ places: placesWith(library(), recordId), noted: false }),
    async held(recordIds) {
      const shelf = new Set(library().shelf.map(({ recordId }) => recordId))
      return new Set(recordIds.filter((id) => shelf.has(id)))
    },
    history: null,
    put: async (place, record) => change(put(place, record)),
    take: async (place, recordId) => change(take(place, recordId)),
    async make(name) {
      const id = newKey(window.crypto)
      const outcome = change(addList({ id, name, createdAt: now().toISOString(), items: [] }))
      return outcome.done ? { done: true, id } : outcome
    },
    rename: async (place, name) => change(renameList(place, name)),
    async remove(place) {
      const list = library().lists.find(({ id }) => id === place)
      const outcome = change(removeList(place))
      if (!outcome.done) return outcome
      return { done: true, undo: async () => (list ? change(addList(list)) : outcome) }
    },
    follow(changed) {
      const stored = ({ key }: StorageEvent): void => {
        if (key === STORED || key === null) changed()
      }
      const end = onChange(window, changed)
      window.addEventListener('storage', stored)
      return () => {
        end()
        window.removeEventListener('storage', stored)
      }
    },
  }
}

function placesOf({ shelf, lists }: GuestLibrary): Place[] {
  return [{ id: SHELF, name: '', items: shelf }, ...lists].map(({ id, name, items }) => ({
    id,
    name,
    count: items.length,
    capacity: capacityOf(id),
  }))
}
