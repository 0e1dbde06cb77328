// Collects garbage once when a thread comes to rest. Node collects only while something is made, so a process that has
// imported a library keeps what that took for as long as it idles. Loaded by `--import`, for worker threads inherit that.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createRest } from './at-rest.ts'

const every = 10_000

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')
setFlagsFromString('--no-expose-gc')

if (typeof collect === 'function') {
  const look = createRest(every, () => void collect())
  setInterval(() => {
    const { user, system } = process.threadCpuUsage()
    look((user + system) / 1000)
  }, every).unref()
}
