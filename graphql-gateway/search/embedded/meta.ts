/** What the index says about itself, kept in the file: how far its filling is, which store fills it, how often it changed. */

import type { DatabaseSync } from 'node:sqlite'
import type { FillPosition, Pairing } from '../contract.ts'

/** Null stands for an index that has all the store has; a new one begins with nothing. */
export function writeFill(db: DatabaseSync, position: FillPosition | null): void {
  put(db, 'filling', position === null ? 'done' : 'after')
  put(db, 'after', position?.after ?? '')
  put(db, 'total', String(position?.total ?? 0))
}

export function readFill(db: DatabaseSync): FillPosition | null {
  if (read(db, 'filling') === 'done') return null
  return { after: read(db, 'after') ?? '', total: Number(read(db, 'total') ?? 0) }
}

export function writePairing(db: DatabaseSync, { mark, before }: Pairing): void {
  put(db, 'mark', mark ?? '')
  put(db, 'before', before ?? '')
}

export function readPairing(db: DatabaseSync): Pairing {
  return { mark: read(db, 'mark') || null, before: read(db, 'before') || null }
}

/** Names this index among all that ever were, and counts its changes: columns that were saved know by it if they fit. */
export function writeIdentity(db: DatabaseSync, id: string): void {
  put(db, 'index', id)
  put(db, 'change', '0')
}

/** To be called in the transaction that changes records. */
export function countChange(db: DatabaseSync): void {
  db.exec(`update meta set value = value + 1 where name = 'change'`)
}

export function readStamp(db: DatabaseSync): string {
  return `${read(db, 'index') ?? ''} ${read(db, 'change') ?? ''}`
}

function put(db: DatabaseSync, name: string, value: string): void {
  db.prepare('insert or replace into meta (name, value) values (?, ?)').run(name, value)
}

function read(db: DatabaseSync, name: string): string | null {
  const value = db.prepare('select value from meta where name = ?').get(name)?.value
  return typeof value === 'string' ? value : null
}
