// `npm run sites -- …` beside a running product, as whoever runs it types it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import type { Product } from './product.ts'

const program = resolve(import.meta.dirname, '..', '..', 'graphql-gateway', 'product', 'sites-command.ts')

/** What it printed. Errors: what it printed when it could not do it. */
export async function sitesCommand(
  { dataDir }: Pick<Product, 'dataDir'>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MONGODB_URI: '', DATA_DIR: dataDir, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`sites ${args.join(' ')}: ${said}`)
  return said
}
