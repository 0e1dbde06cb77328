/** What the index says about itself, kept in the file: how far its filling is, and which store it was filled from. */

import type { DatabaseSync } from 'node:sqlite'
import type { Pairing } from '../contract.ts'

/**
 * `wanted`: content was lost and the store does not know yet; `begun`: every record of the store is marked and comes;
 * `done`: the index has all the store has.
 */
export interface FillState {
  readonly state: 'wanted' | 'begun' | 'done'
  /** Records that will come; 0 while that is not known. */
  readonly total: number
}

/** Kept in the file, so that a crash between emptying and filling is noticed at the next start. */
export function writeFill(db: DatabaseSync, { state, total }: FillState): void {
  put(db, 'filling', state)
  put(db, 'total', String(total))
}

export function readFill(db: DatabaseSync): FillState {
  const state = read(db, 'filling')
  const total = Number(read(db, 'total') ?? 0)
  return { state: state === 'begun' || state === 'done' ? state : 'wanted', total }
}

export function writePairing(db: DatabaseSync, { mark, before }: Pairing): void {
  put(db, 'mark', mark ?? '')
  put(db, 'before', before ?? '')
}

export function readPairing(db: DatabaseSync): Pairing {
  return { mark: read(db, 'mark') || null, before: read(db, 'before') || null }
}

function put(db: DatabaseSync, name: string, value: string): void {
  db.prepare('insert or replace into meta (name, value) values (?, ?)').run(name, value)
}

function read(db: DatabaseSync, name: string): string | null {
  const value = db.prepare('select value from meta where name = ?').get(name)?.value
  return typeof value === 'string' ? value : null
}
