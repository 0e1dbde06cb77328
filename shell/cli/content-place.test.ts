import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { contentPlace } from './content-place.ts'
import { freePort } from './port.ts'

test('on this machine content has an address that is none of the portal', async () => {
  const contentPort = await freePort()
  expect(await contentPlace({ contentPort }, {})).toEqual({
    ...{ CONTENT_ORIGIN: `http://127.0.0.1:${contentPort}`, CONTENT_PORT: String(contentPort) },
  })
})

test.each([
  [{ CONTENT_ORIGIN: 'https://content.example' }],
  [{ PUBLIC_ORIGIN: 'https://library.example' }],
  [{ SHUXIANG_MODE: 'production' }],
])('what an operator says is left alone: %j', async (env) => {
  expect(await contentPlace({ contentPort: 8082 }, env)).toEqual({})
})

test('a port that is taken is another one, or is told when somebody has named it', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const address = other.address()
  const contentPort = typeof address === 'object' && address ? address.port : 0
  const found = await contentPlace({ contentPort }, {})
  expect(found.CONTENT_PORT).toMatch(/^[1-9]\d+$/)
  expect(found.CONTENT_PORT).not.toBe(String(contentPort))
  const named = { CONTENT_PORT: String(contentPort) }
  await expect(contentPlace({ contentPort }, named)).rejects.toThrow('CONTENT_PORT')
  other.close()
})
