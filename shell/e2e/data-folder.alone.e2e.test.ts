// Whatever becomes of the files under the data folder: the product serves, or says in a sentence why it does not.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../cli/port.ts'
import { imported, startProduct } from './product.ts'

const root = resolve(import.meta.dirname, '..', '..')
let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'shuxiang-data-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('a store that cannot be used ends the start with the sentence that says what to do', async () => {
  mkdirSync(join(dataDir, 'store'))
  writeFileSync(join(dataDir, 'store', 'data.lmdb'), 'no store at all '.repeat(9_000))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'shell', 'cli', 'main.ts'), 'start'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        PORT: String(await freePort()),
        IDENTITY_PORT: String(await freePort()),
        DATA_DIR: dataDir,
      },
    },
  )
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(code).toBe(1)
  expect(said).toMatch(/data\.lmdb is not a store: restore it from a backup, or move it away/)
})

test('spoilt logs, numbers of processes and sockets keep nothing from serving', async () => {
  for (const folder of ['logs', 'run', 'store']) mkdirSync(join(dataDir, folder))
  for (const part of ['gateway', 'identity', 'jobs', 'shell', 'store'])
    for (const name of [`${part}.log`, `${part}.output.log`]) mkdirSync(join(dataDir, 'logs', name))
  for (const name of ['gateway.pid', 'identity.pid', 'jobs.pid', 'shell.pid', 'gateway.sock'])
    writeFileSync(join(dataDir, 'run', name), 'something else')
  for (const name of ['owner.json', 'endpoint.json', 'process.json', 'store.sock'])
    writeFileSync(join(dataDir, 'store', name), '{"version":"99"}')
  const product = await startProduct({ dataDir, firstImport: 50 })
  await imported(product, 25)
  expect((await fetch(`${product.origin}/search?q=月`)).status).toBe(200)
  expect(await product.stop()).toBe(0)
})
