// The process in which one file is worked on. It knows nothing, may be killed at any moment, and ends itself when it grows.
import { mostMemory } from '../bounds.ts'
import { Refused } from './made.ts'
import type { WorkAnswer } from './run.ts'
import { workOn } from './work.ts'

/** Milliseconds between two looks at the memory; what decodes runs beside this thread. */
const lookEvery = 50

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.kill(process.pid, 'SIGKILL')
}, lookEvery).unref()

process.once('message', (bytes: unknown) => {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('a file is sent as bytes')
  void answerTo(bytes).then((answer) => process.send?.(answer, () => process.disconnect()))
})

async function answerTo(bytes: Uint8Array): Promise<WorkAnswer> {
  try {
    return { made: await workOn(bytes) }
  } catch (error) {
    return error instanceof Refused ? { refused: error.reason } : { failed: String(error) }
  }
}
