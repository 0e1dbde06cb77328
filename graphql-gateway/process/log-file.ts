// A log file that cannot fill the disk and cannot stop its process: bounded, and what cannot be written is dropped.
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A log of lines. Neither call ever throws or waits for anybody. */
export interface LogFile {
  write(chunk: string | Uint8Array): void
  close(): void
}

const standardBound = 16 * 1024 * 1024
/** A file that cannot be opened, or was taken away, is looked for again after so many milliseconds. */
const lookAgainAfter = 1_000

/** A log written by one process. `bound` bytes, after which the file becomes `<file>.1` (the one before is dropped). */
export function createLogFile(
  file: string,
  bound = standardBound,
  now: () => number = () => performance.now(),
): LogFile {
  let handle: number | null = null
  let size = 0
  let looked = Number.NEGATIVE_INFINITY

  function open(): void {
    mkdirSync(dirname(file), { recursive: true })
    handle = openSync(file, 'a', 0o600)
    size = fstatSync(handle).size
  }

  function close(): void {
    const open = handle
    handle = null
    if (open !== null) attempt(() => closeSync(open))
  }

  /** Opens what is not open, and lets go of a file that was moved or removed under us. */
  function look(): void {
    if (now() - looked < lookAgainAfter) return
    looked = now()
    if (handle !== null && inode(() => statSync(file)) !== inode(() => fstatSync(handle ?? -1))) close()
    if (handle === null) attempt(open)
  }

  function turn(): void {
    close()
    attempt(() => renameSync(file, `${file}.1`))
    attempt(open)
  }

  return {
    write(chunk) {
      look()
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      if (size > 0 && size + bytes.length > bound) turn()
      if (handle === null) return
      const open = handle
      attempt(() => (size += writeSync(open, bytes)))
    },
    close,
  }
}

function inode(stat: () => { readonly ino: number }): number | null {
  try {
    return stat().ino
  } catch {
    return null
  }
}

/** Nothing better can be done about a log that cannot be written than to go on without the line. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // The process has better to do.
  }
}
