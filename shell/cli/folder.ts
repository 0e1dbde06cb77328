// Makes sure that a folder is there, can be written and has room; tells in a sentence when not.
import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure, fileSentence } from './failure.ts'

/** Bytes below which a disk counts as full: the store and the index of the first import need about half of it. */
const LEAST_ROOM = 256 * 1024 * 1024

/** Errors: a Failure with the sentence for the person at the terminal. */
export function prepareFolder(folder: string): void {
  try {
    // One by one: asked to make all at once, Node hides a read-only disk behind "no such file".
    for (const missing of missingFolders(folder)) {
      accessSync(dirname(missing), constants.W_OK)
      mkdirSync(missing)
    }
    accessSync(folder, constants.W_OK)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
    const disk = statfsSync(folder)
    if (disk.bavail * disk.bsize < LEAST_ROOM) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  } catch (error) {
    throw new Failure(
      fileSentence(error, folder) ??
        `The folder ${folder} cannot be made (${error instanceof Error ? error.message : String(error)}): set DATA_DIR to another.`,
    )
  }
}

/** The folders to make, outermost first. */
function missingFolders(folder: string): readonly string[] {
  const missing: string[] = []
  for (let path = folder; !existsSync(path) && path !== dirname(path); path = dirname(path))
    missing.unshift(path)
  return missing
}
