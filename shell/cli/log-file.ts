// A log file that cannot fill the disk: at a bound it becomes the one older file.
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface LogFile {
  write(chunk: Uint8Array): void
  close(): void
}

/** `bound` bytes, after which the file is renamed to `<file>.1` (the one before is dropped). A full disk loses lines, never the product. */
export function createLogFile(file: string, bound = 16 * 1024 * 1024): LogFile {
  mkdirSync(dirname(file), { recursive: true })
  let handle = openSync(file, 'a', 0o600)
  let size = fstatSync(handle).size
  return {
    write(chunk) {
      try {
        if (size + chunk.length > bound) {
          closeSync(handle)
          renameSync(file, `${file}.1`)
          handle = openSync(file, 'a', 0o600)
          size = 0
        }
        size += writeSync(handle, chunk)
      } catch {
        // Nothing better can be done with a log that cannot be written.
      }
    },
    close: () => closeSync(handle),
  }
}
