// Put before the program of a process: told `measure`, it takes the rubbish away and answers what is in use.
import { setTimeout as pause } from 'node:timers/promises'

process.on('message', (message) => {
  if (message === 'measure') void measure()
})

async function measure(): Promise<void> {
  // More than once: what a first sweep lets go, a later one takes away.
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.()
    await pause(200)
  }
  process.send?.({ type: 'measured', ...process.memoryUsage() })
}
