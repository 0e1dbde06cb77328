import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from './failure.ts'
import { prepareFolder } from './folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder deep below one that exists is made', () => {
  prepareFolder(join(folder, 'a', 'b'))
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true)
})

test('a place where no folder can be is told in a sentence, at once', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => prepareFolder(join(folder, 'file', 'below'))).toThrow(Failure)
})

test.runIf(process.platform === 'linux')(
  'a file system that makes no folders is told in a sentence, at once',
  () => {
    expect(() => prepareFolder('/proc/nothing')).toThrow(Failure)
  },
)
