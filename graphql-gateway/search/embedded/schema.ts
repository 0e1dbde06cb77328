/** The index on disk: one SQLite file that can always be filled again from the store. */

import { DatabaseSync } from 'node:sqlite'
import { COLUMNS } from '../analysis/document.ts'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import { PART_TABLES, partTables } from './part-store.ts'

/** Layout of the tables below; another layout is dropped and filled again, like another analysis. */
const LAYOUT_VERSION = 3

/** Tokens are made by the analysis chain; SQLite only splits at spaces. The signs mark keys and syllables. */
const TOKENIZER = `ascii tokenchars '_=@#~'`

const TABLES = `
  create table if not exists meta (name text primary key, value text not null) without rowid;
  create table if not exists docs (
    no integer primary key, id text not null unique, rev integer not null, live integer not null,
    year integer, prior real not null, sort text not null, terms text not null, entries text not null
  );
  create table if not exists terms (
    no integer primary key, name text not null, value text not null, label text not null, unique (name, value)
  );
  create table if not exists entries (
    no integer primary key, kind text not null, key text not null, text text not null,
    pinyin text not null, initials text not null,
    unique (kind, key)
  );
  create virtual table if not exists fts using fts5(
    ${COLUMNS.join(', ')}, content='', contentless_delete=1, detail=full, tokenize="${TOKENIZER}"
  );
  ${partTables(TOKENIZER)}
`

const DROPS = ['fts', 'docs', 'terms', 'entries', 'meta', ...PART_TABLES]

/** Opens the file, making or replacing the tables if they are missing or of another version. */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  // A change is acknowledged to the feed, which then forgets it: it must be on the disk, hence FULL.
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory')
  db.exec('pragma cache_size = -65536; pragma mmap_size = 1073741824')
  if (storedVersion(db) !== currentVersion()) clearTables(db)
  return db
}

/** Drops all content in one transaction. */
export function clearTables(db: DatabaseSync): void {
  db.exec('begin immediate')
  for (const table of DROPS) db.exec(`drop table if exists ${table}`)
  db.exec(TABLES)
  // Merging segments is done in small steps between calls, never all at once inside a write.
  db.exec(`insert into fts(fts, rank) values ('automerge', 0), ('crisismerge', 512)`)
  db.prepare(`insert into meta (name, value) values ('version', ?)`).run(currentVersion())
  setNeedsFilling(db, true)
  db.exec('commit')
}

/** Kept in the file, so that a crash between emptying and filling is noticed at the next start. */
export function setNeedsFilling(db: DatabaseSync, wanted: boolean): void {
  db.prepare(`insert or replace into meta (name, value) values ('filling', ?)`).run(
    wanted ? 'wanted' : 'done',
  )
}

export function needsFilling(db: DatabaseSync): boolean {
  return db.prepare(`select value from meta where name = 'filling'`).get()?.value === 'wanted'
}

/** SQLITE_CORRUPT and SQLITE_NOTADB, with their extended codes. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false
  return [11, 26].includes(error.errcode & 0xff)
}

function currentVersion(): string {
  return `layout ${LAYOUT_VERSION}, analysis ${ANALYSIS_VERSION}`
}

function storedVersion(db: DatabaseSync): string | null {
  const table = db.prepare(`select 1 from sqlite_schema where name = 'meta'`).get()
  const row = table && db.prepare(`select value from meta where name = 'version'`).get()
  return typeof row?.value === 'string' ? row.value : null
}
