/** Merges the segments of the full-text index in small steps, so that no write ever merges for long. */

import type { DatabaseSync } from 'node:sqlite'

/** Pages of 4 kB merged in a step: a few milliseconds. */
const PAGES = 64

/** Does one step; false when nothing is left to merge. SQLite tells by the number of changes (FTS5, 6.6). */
export function mergeStep(db: DatabaseSync): boolean {
  const before = changes(db)
  db.prepare(`insert into fts(fts, rank) values ('merge', ?)`).run(PAGES)
  return changes(db) - before >= 2
}

function changes(db: DatabaseSync): number {
  return Number(db.prepare('select total_changes() as n').get()?.n ?? 0)
}
