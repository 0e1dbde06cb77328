/** Which errors say that the file of the index is spoilt, and which that the machine is at fault. */

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const PERM = 3
const BUSY = 5
const LOCKED = 6
const NOMEM = 7
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

/** Extended codes of reads that fail: IOERR_READ, IOERR_SHORT_READ, IOERR_CORRUPTFS, IOERR_DATA. */
const FAILED_READS = [266, 522, 8458, 8202]
const MACHINE = [PERM, BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN]

/** True when the file cannot be read as what it was: it cannot be mended, only filled again. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  if (code === null) return false
  return [CORRUPT, NOTADB].includes(code & 0xff) || FAILED_READS.includes(code)
}

/**
 * True when another file would fare no better: a full or read-only disk, another process, no memory. Whatever else
 * happens while an index is opened is the index's fault: missing tables, values of the wrong kind, senseless numbers.
 */
export function isMachineFault(error: unknown): boolean {
  if (isDamage(error)) return false
  const code = sqliteCode(error)
  if (code !== null) return MACHINE.includes(code & 0xff)
  return error instanceof Error && 'syscall' in error
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null
}
