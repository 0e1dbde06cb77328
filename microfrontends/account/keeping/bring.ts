/** Brings what a guest kept on this device into the account of whoever has signed in: nothing lost, nothing doubled, nothing into another's. */
import type { Portal } from '@shuxiang/sdk/contract'
import { MergeGuest, type MergeGuestData } from '../operations.generated.ts'
import { recordOf } from './account.ts'
import { announceChange } from './changes.ts'
import { changeDevice, PARCELS, readDevice, STORED, type DeviceWindow } from './device.ts'
import { addList, EMPTY, put, written, type Change } from './guest-library.ts'
import { SHELF } from './kept.ts'
import { newKey } from './new-key.ts'
import { parcelsOf, readParcels, type Parcel } from './parcels.ts'

/**
 * Answers with the number of records that arrived. What was packed for somebody else (`reader` is `Session.reader`) waits
 * for them, or until it is taken over. Packing writes the parcels before it empties the library, and a
 * parcel goes when the account has it: whatever ends between is gone through again at the next try, and the account knows a
 * parcel that it had. What the account has no room for goes back to the device.
 */
export async function bringGuest(
  { gql, log }: Pick<Portal, 'gql' | 'log'>,
  window: DeviceWindow,
  now: () => Date,
  reader: string | null,
): Promise<number> {
  let arrived = 0
  if (reader === null) return arrived
  for (const parcel of pack(window, reader)) {
    if (parcel.reader !== reader) continue
    const answer = await gql(MergeGuest, { input: inputOf(parcel) }).catch(() => null)
    if (!answer?.data || answer.errors.length > 0) {
      log('warn', 'what a guest kept did not arrive', { code: answer?.errors[0]?.code ?? 'no answer' })
      break
    }
    const { left } = answer.data.mergeGuest
    if (!takeBack(window, parcel, left, now)) break
    arrived += recordsIn(parcel) - left.filter(({ recordId }) => recordId !== null).length
    forget(window, parcel.id)
  }
  if (arrived > 0) announceChange(window)
  return arrived
}

const recordsIn = ({ shelf, lists }: Parcel): number =>
  lists.reduce((sum, { records }) => sum + records.length, shelf.length)

/** Records on their way into another account: whoever kept them signed in before, and no answer came. */
export const othersOn = (window: DeviceWindow, reader: string | null): number =>
  stored(window).reduce((sum, parcel) => sum + (parcel.reader === reader ? 0 : recordsIn(parcel)), 0)

/** Whoever is signed in says that all of it is theirs. */
export function takeOver(window: DeviceWindow, reader: string): void {
  window.localStorage.setItem(
    PARCELS,
    JSON.stringify(stored(window).map((parcel) => ({ ...parcel, reader }))),
  )
}

function pack(window: DeviceWindow, reader: string): readonly Parcel[] {
  const library = readDevice(window)
  if (library === null) return []
  const waiting = stored(window)
  const packed = parcelsOf(library, reader, () => newKey(window.crypto))
  if (packed.length === 0) return waiting
  const all = [...waiting, ...packed]
  try {
    window.localStorage.setItem(PARCELS, JSON.stringify(all))
    window.localStorage.setItem(STORED, written(EMPTY))
    return all
  } catch {
    // No room for both: what is there stays as it is.
    return waiting
  }
}

function stored(window: DeviceWindow): readonly Parcel[] {
  try {
    return readParcels(window.localStorage.getItem(PARCELS) ?? '[]')
  } catch {
    return []
  }
}

/** Reads anew: another tab may have packed or forgotten some meanwhile. */
function forget(window: DeviceWindow, id: string): void {
  const others = stored(window).filter((parcel) => parcel.id !== id)
  if (others.length === 0) window.localStorage.removeItem(PARCELS)
  else window.localStorage.setItem(PARCELS, JSON.stringify(others))
}

function inputOf({ id, shelf, lists }: Parcel) {
  return {
    id,
    shelf: shelf.map(recordOf),
    lists: lists.map(({ key, name, records }) => ({ key, name, records: records.map(recordOf) })),
  }
}

/** False when the device does not take it: the parcel then stays. */
function takeBack(
  window: DeviceWindow,
  parcel: Parcel,
  left: MergeGuestData['mergeGuest']['left'],
  now: () => Date,
): boolean {
  const changes: Change[] = []
  for (const { key, name, records } of parcel.lists) {
    const ids = new Set(left.filter(({ list }) => list === key).map(({ recordId }) => recordId))
    if (ids.size === 0) continue
    changes.push(addList({ id: key, name, createdAt: now().toISOString(), items: [] }))
    for (const record of records) if (ids.has(record.recordId)) changes.push(put(key, record))
  }
  const ids = new Set(left.filter(({ list }) => list === null).map(({ recordId }) => recordId))
  for (const record of parcel.shelf) if (ids.has(record.recordId)) changes.push(put(SHELF, record))
  return changes.every((change) => changeDevice(window, change).done)
}
