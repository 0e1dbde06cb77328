import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogFile, type LogFile } from './log-file.ts'

let folder = ''
let time = 0
let log: LogFile | null = null
const open = (file: string, bound?: number): LogFile => (log = createLogFile(file, bound, () => time))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  time = 0
})
afterEach(() => {
  log?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('at its bound a log becomes the one older file, so that logs cannot fill the disk', () => {
  const file = join(folder, 'deep', 'part.log')
  const written = open(file, 10)
  for (const line of ['first---', 'second--', 'third---']) written.write(line)
  expect(readFileSync(file, 'utf8')).toBe('third---')
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('second--')
})

test('a log goes on where the process before left it', () => {
  const file = join(folder, 'part.log')
  open(file).write('before\n')
  log?.close()
  open(file).write(Buffer.from('after\n'))
  expect(readFileSync(file, 'utf8')).toBe('before\nafter\n')
})

test('a log that was moved or removed is begun again', () => {
  const file = join(folder, 'part.log')
  const written = open(file)
  written.write('one\n')
  renameSync(file, `${file}.old`)
  time = 2_000
  written.write('two\n')
  expect(readFileSync(file, 'utf8')).toBe('two\n')
})

test('a folder in place of the file, and then none: lines are dropped, then written', () => {
  const file = join(folder, 'part.log')
  mkdirSync(file)
  const written = open(file)
  written.write('lost\n')
  rmSync(file, { recursive: true })
  time = 2_000
  written.write('kept\n')
  expect(readFileSync(file, 'utf8')).toBe('kept\n')
})

test.skipIf(!existsSync('/dev/full'))('a full disk loses lines, never the process', () => {
  const file = join(folder, 'part.log')
  symlinkSync('/dev/full', file)
  const written = open(file)
  for (let n = 0; n < 100; n++) written.write(`${n}\n`)
})
