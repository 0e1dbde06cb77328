// The first step of every command: it ends with the npm that started it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from './paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a program ends when the npm that started it is killed', { timeout: 60_000 }, async () => {
  const bootstrap = JSON.stringify(join(root, 'shell', 'cli', 'bootstrap.mjs'))
  // As npm does: a shell between the one who is killed and the command.
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `require('node:child_process').spawn(process.execPath,
        [${bootstrap}, 'store', 'serve', '--port', '0', '--data', ${JSON.stringify(folder)}], { stdio: 'inherit' })`,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'store' },
    },
  )
  let output = ''
  const ended = once(npm.stdout, 'end')
  await new Promise<void>((resolve) =>
    npm.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('listening on')) resolve()
    }),
  )
  npm.kill('SIGKILL')
  // The pipe ends when the last process that holds it has ended.
  await ended
  expect(output).toContain('mongodb://127.0.0.1:')
})
