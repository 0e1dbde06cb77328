/** The tables of the index: one SQLite file that can always be filled again from the store. */

import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { COLUMNS } from '../analysis/document.ts'
import { ANALYSIS_VERSION } from '../analysis/version.ts'
import { OPEN_SCOPE } from '../contract.ts'
import { OPEN } from './doc-columns.ts'
import { writeFill, writeIdentity } from './meta.ts'
import { CHAPTER_TABLES, chapterTables } from './chapter-store.ts'

/** Layout of the tables below; another layout is filled again, like another analysis. */
const LAYOUT_VERSION = 8

/** Tokens are made by the analysis chain; SQLite only splits at spaces. The signs mark keys and syllables. */
const TOKENIZER = `ascii tokenchars '_=@#~'`

const TABLES = `
  create table meta (name text primary key, value text not null) without rowid;
  create table docs (
    no integer primary key, id text not null unique, rev integer not null, live integer not null,
    date integer, prior real not null, sort text not null, terms text not null, entries text not null,
    scopes text not null, dates text not null, sorts text not null
  );
  create table scopes (no integer primary key, value text not null unique);
  create table names (no integer primary key, value text not null unique);
  create table terms (
    no integer primary key, name text not null, value text not null, label text not null, unique (name, value)
  );
  create table entries (
    no integer primary key, kind text not null, key text not null, text text not null,
    pinyin text not null, initials text not null, place integer not null,
    unique (kind, key, place)
  );
  create virtual table fts using fts5(
    ${COLUMNS.join(', ')}, content='', contentless_delete=1, detail=full, tokenize="${TOKENIZER}"
  );
  ${chapterTables(TOKENIZER)}
`

/** Every table as SQLite stores it, for looking them over one at a time. */
export const STORED_TABLES = [
  'meta',
  'docs',
  'scopes',
  'names',
  'terms',
  'entries',
  'fts_data',
  'fts_idx',
  'fts_docsize',
  ...CHAPTER_TABLES,
]

/** The file is an index of another version of the product: nothing is wrong with it, and it is of no use here. */
export class OtherVersion extends Error {
  override readonly name = 'OtherVersion'
}

/** The file is a database, but no index of this product. */
export class ForeignFile extends Error {
  override readonly name = 'ForeignFile'
}

/** Opens the file and makes the tables if it is empty. Errors: those of SQLite, `OtherVersion`, `ForeignFile`. */
export function openDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  try {
    // One process holds the index, so no shared memory is needed: a cut one would end the process by a signal.
    db.exec('pragma locking_mode = exclusive')
    // A change is acknowledged to the feed, which then forgets it: it must be on the disk, hence FULL.
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory')
    // Not mapped: a file that is cut, or a disk that fails, then gives an error instead of ending the process. The
    // system caches the file in any case; measured, neither a map nor a larger cache makes searches faster.
    db.exec('pragma cache_size = -8192; pragma mmap_size = 0; pragma cell_size_check = on')
    if (isEmpty(db)) createTables(db)
    else checkVersion(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function createTables(db: DatabaseSync): void {
  db.exec('begin immediate')
  db.exec(TABLES)
  // Merging segments is done in small steps between calls, never all at once inside a write.
  db.exec(`insert into fts(fts, rank) values ('automerge', 0), ('crisismerge', 512)`)
  db.prepare(`insert into meta (name, value) values ('version', ?)`).run(currentVersion())
  db.prepare('insert into scopes (no, value) values (?, ?)').run(OPEN, OPEN_SCOPE)
  writeIdentity(db, randomUUID())
  writeFill(db, { after: '', total: 0 })
  db.exec('commit')
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('select count(*) as n from sqlite_schema').get()?.n === 0
}

function checkVersion(db: DatabaseSync): void {
  const table = db.prepare(`select 1 from sqlite_schema where name = 'meta'`).get()
  const row = table && db.prepare(`select value from meta where name = 'version'`).get()
  if (typeof row?.value !== 'string') throw new ForeignFile('it is a database of something else')
  if (row.value !== currentVersion()) throw new OtherVersion(`it is of version "${row.value}"`)
}

function currentVersion(): string {
  return `layout ${LAYOUT_VERSION}, analysis ${ANALYSIS_VERSION}`
}
