/** The file of the index: opened, put aside when it cannot be used, and watched while it is open. */

import { accessSync, constants, lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { isMachineFault } from './damage.ts'
import { openDatabase, OtherVersion } from './schema.ts'

/** Told in a sentence what happened to the file. */
export type Report = (sentence: string) => void

export interface OpenFile<Loaded> {
  readonly db: DatabaseSync
  readonly loaded: Loaded
  /** Why the file on the disk is no longer the open one, or null while it is. */
  lost(): string | null
}

const ENDINGS = ['', '-wal', '-shm', '-journal']
/** Bytes a page, as SQLite makes them. */
const PAGE = 4_096
/** Folder, beside the file, that keeps the last one put aside. */
const ASIDE = 'put-aside'

/**
 * Opens the file and loads what `load` reads from it. A file that cannot be used is put aside, one of another version
 * removed, and an empty one made in its place. Errors: what would stop an empty file too (a full or read-only disk).
 */
export function openIndexFile<Loaded>(
  file: string,
  load: (db: DatabaseSync) => Loaded,
  report: Report,
): OpenFile<Loaded> {
  makeFolder(dirname(file), report)
  const obstacle = obstacleAt(file)
  if (obstacle !== null) putAside(file, obstacle, report)
  try {
    return openOnce(file, load)
  } catch (error) {
    if (error instanceof OtherVersion) {
      report(`The search index is filled again: ${error.message}.`)
      removeIndexFile(file)
    } else if (isMachineFault(error)) throw error
    else putAside(file, error instanceof Error ? error.message : String(error), report)
  }
  return openOnce(file, load)
}

/** Keeps the last file that could not be used, for whoever wants to know why; an older one goes. */
export function putAside(file: string, why: string, report: Report): void {
  const folder = join(dirname(file), ASIDE)
  report(`The search index cannot be used (${why}); it is put aside in ${folder} and filled again.`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const ending of ENDINGS) {
    if (existing(file + ending)) renameSync(file + ending, join(folder, basename(file) + ending))
  }
}

export function removeIndexFile(file: string): void {
  for (const ending of ENDINGS) rmSync(file + ending, { force: true, recursive: true })
}

function openOnce<Loaded>(file: string, load: (db: DatabaseSync) => Loaded): OpenFile<Loaded> {
  const db = openDatabase(file)
  try {
    return { db, loaded: load(db), lost: watcher(file) }
  } catch (error) {
    db.close()
    throw error
  }
}

function watcher(file: string): () => string | null {
  const opened = statSync(file)
  let largest = opened.size
  return () => {
    const now = statSync(file, { throwIfNoEntry: false })
    if (!now) return 'its file was removed'
    if (now.ino !== opened.ino || now.dev !== opened.dev) return 'another file was put in its place'
    // SQLite makes the file smaller only when asked to, which never happens here.
    if (now.size < largest) return 'its file was cut'
    largest = now.size
    return null
  }
}

/** A file where the folder should be is put aside like an index. */
function makeFolder(folder: string, report: Report): void {
  const entry = existing(folder)
  if (entry && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    report(`${folder} is no folder; it is renamed, and the search index is filled again.`)
    rmSync(`${folder}.put-aside`, { recursive: true, force: true })
    renameSync(folder, `${folder}.put-aside`)
  }
  mkdirSync(folder, { recursive: true })
}

/** What keeps the files from being opened, in words; null when nothing does. */
function obstacleAt(file: string): string | null {
  for (const path of ENDINGS.map((ending) => file + ending)) {
    if (!existing(path)) continue
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return `${basename(path)} is no file`
    try {
      accessSync(path, constants.R_OK | constants.W_OK)
    } catch {
      return `${basename(path)} may not be read or written`
    }
  }
  // SQLite notices only where the missing bytes were in use. After a crash the log may still hold the rest.
  const cut = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) % PAGE > 0
  return cut && !existing(`${file}-wal`) ? 'its file was cut inside a page' : null
}

function existing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
