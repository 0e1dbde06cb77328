import { mkdirSync, mkdtempSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOutputFile, type OutputFile } from './output-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function print(output: OutputFile, text: string): void {
  if (typeof output.handle === 'number') writeSync(output.handle, text)
}

test('the last words of a part are those it printed since it started', () => {
  const output = openOutputFile(join(folder, 'deep', 'part.output.log'))
  print(output, 'from before\n')
  output.begin()
  expect(output.lastWords()).toBe('')
  print(output, 'MONGODB_URI is not an address\n')
  expect(output.lastWords()).toBe('MONGODB_URI is not an address')
  output.close()
})

test('a part that prints without end does not fill the disk', () => {
  const file = join(folder, 'part.output.log')
  const output = openOutputFile(file)
  print(output, 'x'.repeat(1024 * 1024 + 1))
  output.bound()
  print(output, 'after')
  expect(statSync(file).size).toBe(5)
  expect(output.lastWords()).toBe('after')
  output.close()
})

test('a file that cannot be opened costs the words, not the part', () => {
  mkdirSync(join(folder, 'part.output.log'))
  const output = openOutputFile(join(folder, 'part.output.log'))
  output.begin()
  output.bound()
  expect([output.handle, output.lastWords()]).toEqual(['ignore', ''])
  output.close()
})
