// The log of one part as pino writes it: to the part's own file, or to standard output where nobody named one.
import { pino, type Logger } from 'pino'
import { createLogFile } from './log-file.ts'

/** Which part, how much of it, and where to. */
export interface PartLogOptions {
  readonly part: string
  readonly level: string
  /** Null: standard output, for those who run a part by itself. */
  readonly file: string | null
}

/**
 * A log that never holds its process up. pino's own destination waits and tries again when a write fails, for ever when
 * the reader of a pipe is gone; here such a line is dropped.
 */
export function partLog({ part, level, file }: PartLogOptions): Logger {
  // Also what Node itself prints must not end the process when nobody reads it any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const log = pino(
    { level, base: { part } },
    file === null ? { write: (line) => void process.stdout.write(line) } : createLogFile(file),
  )
  process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'the part ends by a fault'))
  return log
}
