import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogFile } from './log-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('at its bound a log becomes the one older file, so that logs cannot fill the disk', () => {
  const file = join(folder, 'deep', 'part.log')
  const log = createLogFile(file, 10)
  log.write(Buffer.from('first---'))
  log.write(Buffer.from('second--'))
  log.write(Buffer.from('third---'))
  log.close()
  expect(readFileSync(file, 'utf8')).toBe('third---')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('second--')
})
