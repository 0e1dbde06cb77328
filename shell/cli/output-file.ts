// What a part prints beside its log: the reason why it cannot start, the trace of a crash. A file that cannot fill the disk.
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'

export interface OutputFile {
  /** Given to the part as its standard output and error; 'ignore' when the file cannot be opened. */
  readonly handle: number | 'ignore'
  /** A part starts: what it prints from here on are its words. */
  begin(): void
  /** The end of what the part printed since it started; empty when nothing. */
  lastWords(): string
  /** Empties the file when it has grown over its bound: nobody prints that much, and nobody reads it. */
  bound(): void
  close(): void
}

const mostWords = 2_000
const mostBytes = 1024 * 1024

/** The folder is made. The part goes on with the open file when this process is gone. */
export function openOutputFile(file: string): OutputFile {
  const opening = opened(file)
  if (opening === null)
    return { handle: 'ignore', begin: () => {}, lastWords: () => '', bound: () => {}, close: () => {} }
  const handle = opening
  let start = 0
  const size = (): number => fstatSync(handle).size
  function bound(): void {
    if (size() <= mostBytes) return
    ftruncateSync(handle, 0)
    start = 0
  }
  return {
    handle,
    begin() {
      bound()
      start = size()
    },
    lastWords() {
      const end = size()
      const from = Math.max(start, end - mostWords)
      const bytes = Buffer.alloc(Math.max(0, end - from))
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, from)).trim()
    },
    bound,
    close: () => closeSync(handle),
  }
}

function opened(file: string): number | null {
  try {
    mkdirSync(dirname(file), { recursive: true })
    return openSync(file, 'a+', 0o600)
  } catch {
    return null
  }
}
