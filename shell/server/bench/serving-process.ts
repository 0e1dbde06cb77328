/** The process that serves, as the product starts it, over a gateway's socket; it tells what memory it has in use. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { freePort } from '@shuxiang/process/free-port'
import { parts } from '../../cli/parts.ts'

export interface Memory {
  readonly rss: number
  readonly heapUsed: number
  /** Buffers, outside of the heap. */
  readonly external: number
}

export interface ServingProcess {
  readonly port: number
  /** After everything was taken away that nobody holds. */
  memory(): Promise<Memory>
  close(): Promise<void>
}

/** `folder` has the build, and gets the log. Errors: `Error` when it ends before it serves. */
export async function startServing(folder: string, gatewaySocket: string): Promise<ServingProcess> {
  const part = parts.find(({ name }) => name === 'shell')
  if (!part) throw new Error('The product has no shell.')
  const port = await freePort()
  const child = fork(resolve(import.meta.dirname, '../../..', part.file), {
    // As the supervisor does.
    execArgv: [
      '--expose-gc',
      `--max-old-space-size=${part.heap}`,
      `--max-semi-space-size=${part.young}`,
      `--import=${import.meta.resolve('@shuxiang/process/rest')}`,
      `--import=${new URL('./measuring.ts', import.meta.url).href}`,
    ],
    env: {
      PATH: process.env['PATH'],
      NODE_NO_WARNINGS: '1',
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      PORT: String(port),
      BUILD_DIR: join(folder, 'build'),
      DATA_DIR: folder,
      GATEWAY_SOCKET: gatewaySocket,
      PUBLIC_ORIGIN: 'http://portal.test',
      SITES_ORIGIN: 'http://sites.test',
      LOG_FILE: join(folder, 'shell.log'),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (Object(said).type !== 'ready') throw new Error('The shell ended before it served.')
  return {
    port,
    async memory() {
      const answer = once(child, 'message')
      child.send('measure')
      const [memory] = await answer
      return memory as Memory
    },
    async close() {
      if (child.exitCode === null && child.kill()) await once(child, 'exit')
    },
  }
}
