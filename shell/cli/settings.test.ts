import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { settings } from './paths.ts'

test('without variables the product serves on 8080 and writes below the repository', () => {
  const set = settings({})
  expect(set).toMatchObject({ port: 8080, identityPort: 8081, contentPort: 8082 })
  expect('dataDir' in set && isAbsolute(set.dataDir) && set.dataDir.endsWith('.data')).toBe(true)
})

test.each(['0', '65536', 'http', '80.5', '-1'])(
  'a port of %s is refused in a sentence that names the variable',
  (port) => {
    const set = settings({ PORT: port })
    expect('sentence' in set && set.sentence).toContain('PORT')
  },
)

test.each(['0', 'http', '8080', '8081'])('a port for content of %s is refused', (port) => {
  const set = settings({ CONTENT_PORT: port })
  expect('sentence' in set && set.sentence).toContain('CONTENT_PORT')
})

test.each([
  ['1', undefined],
  ['65533', undefined],
  ['65534', undefined],
  ['65535', undefined],
  ['8080', '8082'],
])('beside %s and %s there is a port for content', (port, identity) => {
  const set = settings({ PORT: port, IDENTITY_PORT: identity })
  if ('sentence' in set) throw new Error(set.sentence)
  expect(new Set([set.port, set.identityPort, set.contentPort]).size).toBe(3)
})
