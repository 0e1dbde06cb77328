// The command that provisions: whose secret it sends, and to whom.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provision-'))
  mkdirSync(join(folder, 'identity'))
  writeFileSync(join(folder, 'identity', 'provisioner.secret'), 'x'.repeat(43), { mode: 0o600 })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function provision(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly errors: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'command.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATA_DIR: folder, ...env },
  })
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  const [code] = await once(child, 'close')
  return { code: Number(code), errors }
}

it('sends a Keycloak no secret that was not made for it', async () => {
  const { code, errors } = await provision({ KEYCLOAK_URL: 'http://localhost:1' })
  expect(code).toBe(1)
  expect(errors).toContain('--secret-file')
})

it.skipIf(process.platform === 'win32')('takes no secret that others may read', async () => {
  const file = join(folder, 'secret')
  writeFileSync(file, 'secret', { mode: 0o644 })
  const { code, errors } = await provision({ KEYCLOAK_URL: 'http://localhost:1' }, '--secret-file', file)
  expect(code).toBe(1)
  expect(errors).toContain('can be read by others')
})
