// Long reads in turns: after some milliseconds of work other commands get theirs.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Context } from './context.ts'

const turnMilliseconds = 12

/** The rows of a stream without its pauses; the event loop is given free in time, and the time limit watched. */
export async function* paused<T>(
  rows: Iterable<T | undefined>,
  { parts: { clock }, tick }: Pick<Context, 'parts' | 'tick'>,
): AsyncGenerator<T, void, void> {
  let turn = clock.elapsed()
  let step = 0
  for (const row of rows) {
    if (row === undefined || ++step % 64 === 0) {
      tick()
      if (clock.elapsed() - turn > turnMilliseconds) {
        await nextTurn()
        turn = clock.elapsed()
      }
    }
    if (row !== undefined) yield row
  }
}
