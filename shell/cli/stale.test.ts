import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, stampOf } from './stale.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stale-'))
  mkdirSync(join(folder, 'a', 'node_modules'), { recursive: true })
  writeFileSync(join(folder, 'a', 'x.ts'), 'one')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a changed source changes the fingerprint', () => {
  const before = fingerprint(folder, ['a'])
  writeFileSync(join(folder, 'a', 'x.ts'), 'two')
  expect(fingerprint(folder, ['a'])).not.toBe(before)
})

test('a renamed source changes the fingerprint', () => {
  const before = fingerprint(folder, ['a'])
  rmSync(join(folder, 'a', 'x.ts'))
  writeFileSync(join(folder, 'a', 'y.ts'), 'one')
  expect(fingerprint(folder, ['a'])).not.toBe(before)
})

test('tests and installed packages do not count', () => {
  const before = fingerprint(folder, ['a'])
  writeFileSync(join(folder, 'a', 'x.test.ts'), 'test')
  writeFileSync(join(folder, 'a', 'node_modules', 'z.js'), 'package')
  expect(fingerprint(folder, ['a'])).toBe(before)
})

test('a stamp remembers what was built', () => {
  const stamp = stampOf(folder, 'shared')
  expect(stamp.read()).toBeNull()
  stamp.write('abc')
  expect(stampOf(folder, 'shared').read()).toBe('abc')
})
