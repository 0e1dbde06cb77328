import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from './paths.ts'

test('without variables the product serves on 8080 and writes below the repository', () => {
  const set = settings({})
  expect('port' in set && set.port).toBe(8080)
  expect('dataDir' in set && isAbsolute(set.dataDir) && set.dataDir.endsWith('.data')).toBe(true)
})

test.each(['0', '65536', 'http', '80.5', '-1'])(
  'a port of %s is refused in a sentence that names the variable',
  (port) => {
    const set = settings({ PORT: port })
    expect('sentence' in set && set.sentence).toContain('PORT')
  },
)
