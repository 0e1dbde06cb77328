// Starts the suite's gateway process and speaks to it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ServerSettings } from './server.ts'

/** A gateway process under test. */
export interface GatewayProcess {
  readonly origin: string
  readonly url: string
  /** Everything it logged so far. */
  log(): string
  /** POSTs JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
  stop(): Promise<void>
}

/** Resolves when the process listens. */
export async function startGateway(settings: ServerSettings = {}): Promise<GatewayProcess> {
  const file = fileURLToPath(new URL('./server.ts', import.meta.url))
  const child = spawn(process.execPath, [file, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logged = ''
  child.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()))
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`The gateway did not start:\n${logged}`))),
  ])
  const origin = String(line[0])
  const url = `${origin}/graphql`
  return {
    origin,
    url,
    log: () => logged,
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
