// A running product of its own for tests: own port, own data folder, the same command as everybody.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from '../cli/port.ts'

export interface Product {
  readonly origin: string
  /** Where people sign in. */
  readonly identity: string
  readonly dataDir: string
  /** What the command printed so far. */
  output(): string
  /** Process id of a part, as it runs now. */
  pid(part: 'gateway' | 'identity' | 'jobs' | 'shell'): number
  /** As Ctrl-C does; resolves to the exit code. The data stays unless `forget`. */
  stop(options?: { readonly forget?: boolean }): Promise<number>
}

export interface Ready {
  readonly status: string
  readonly search: { readonly records: number }
  readonly importing: { readonly source: string; readonly done: number; readonly total: number } | null
}

const root = resolve(import.meta.dirname, '..', '..')

/** Starts a product; `firstImport` bounds the records of the first import, so that small tests are quick. */
export async function startProduct(
  options: {
    readonly dataDir?: string
    readonly firstImport?: number
    /** Of the portal; any free one when absent. */
    readonly port?: number
    /** By which browsers know the provider of the product: a page of `localhost` is then of another site than its. */
    readonly identityHost?: '127.0.0.1'
    /** Given the port where it names the product's own address. */
    readonly env?: Readonly<Record<string, string>> | ((port: number) => Readonly<Record<string, string>>)
  } = {},
): Promise<Product> {
  const port = options.port ?? (await freePort())
  const identityPort = await freePort()
  const identity = `http://${options.identityHost ?? 'localhost'}:${identityPort}`
  const env = typeof options.env === 'function' ? options.env(port) : options.env
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'shuxiang-e2e-'))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'shell', 'cli', 'main.ts'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        IDENTITY_PORT: String(identityPort),
        IDENTITY_ORIGIN: identity,
        DATA_DIR: dataDir,
        ...(options.firstImport === undefined ? {} : { FIRST_IMPORT: String(options.firstImport) }),
        ...env,
      },
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const product: Product = {
    origin: `http://localhost:${port}`,
    identity: env?.['KEYCLOAK_URL'] ?? identity,
    dataDir,
    output: () => output,
    pid: (part) => Number(readFileSync(join(dataDir, 'run', `${part}.pid`), 'utf8')),
    async stop({ forget = false } = {}) {
      const code = await end(child)
      if (forget) rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
  try {
    await waitFor(
      async () => (await readiness(product)) !== null,
      120_000,
      () => {
        if (child.exitCode !== null) throw new Error(`The product ended by itself:\n${output}`)
        return `The product was not ready:\n${output}`
      },
    )
  } catch (error) {
    await product.stop()
    throw error
  }
  return product
}

async function end(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill('SIGINT')
  const [code] = await gone
  return typeof code === 'number' ? code : 1
}

/** The health answer once requests are served, else null. */
export async function readiness(product: Pick<Product, 'origin'>): Promise<Ready | null> {
  try {
    const response = await fetch(`${product.origin}/health/ready`, { signal: AbortSignal.timeout(2_000) })
    if (response.status !== 200) return null
    return (await response.json()) as Ready
  } catch {
    return null
  }
}

/** Resolves when no import runs and the index holds at least so many records. */
export async function imported(product: Product, records: number, within = 180_000): Promise<void> {
  let last: Ready | null = null
  await waitFor(
    async () => {
      if (product.output().includes('starts again'))
        throw new Error(`A part died during the import:\n${product.output()}`)
      last = await readiness(product)
      return last !== null && last.importing === null && last.search.records >= records
    },
    within,
    () => `The import did not end; last answer ${JSON.stringify(last)}\n${product.output()}`,
  )
}

/** Asks again and again; the sentence says what was awaited. */
export async function waitFor(
  condition: () => Promise<boolean>,
  within: number,
  otherwise: () => string,
  every = 200,
): Promise<void> {
  const until = Date.now() + within
  while (!(await condition())) {
    const sentence = otherwise()
    if (Date.now() > until) throw new Error(sentence)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}
