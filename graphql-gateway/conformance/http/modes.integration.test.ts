// Deadlines, trusted documents and kept answers, over a real process.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGateway, type GatewayProcess } from './start.ts'

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

describe('an operation with a deadline', () => {
  let gateway: GatewayProcess
  beforeAll(async () => {
    gateway = await startGateway({ deadline: 300 })
  })
  afterAll(() => gateway.stop())

  it('answers what is there when the time is over', async () => {
    const began = performance.now()
    const answer: unknown = await (
      await gateway.post({ query: '{ slow(ms: 5000) items(first: 1) { id } }' })
    ).json()
    expect(performance.now() - began).toBeLessThan(2000)
    expect(answer).toMatchObject({
      data: { slow: null, items: [{ id: 'i0' }] },
      errors: [{ path: ['slow'], extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    })
  })
})

describe('production', () => {
  const text = 'query Items($first: Int) { items(first: $first) { id } }'
  let folder: string
  let gateway: GatewayProcess
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-releases-'))
    await release('1.0.0', { [idOf(text)]: text, [`sha256:${'0'.repeat(64)}`]: '{ leak }' })
    gateway = await startGateway({ freeQueries: 'nobody', introspection: false, operationsDir: folder })
  })
  afterAll(async () => {
    await gateway.stop()
    await rm(folder, { recursive: true })
  })

  async function release(version: string, operations: Record<string, string>): Promise<void> {
    await mkdir(join(folder, 'search', version), { recursive: true })
    await writeFile(join(folder, 'search', version, 'operations.json'), JSON.stringify(operations))
    await writeFile(join(folder, 'search', 'current.json'), JSON.stringify({ version }))
  }

  it('answers a document of an installed release', async () => {
    const response = await gateway.post({ documentId: idOf(text), variables: { first: 1 } })
    expect(await response.json()).toEqual({ data: { items: [{ id: 'i0' }] } })
  })

  it('also in the words of Apollo clients', async () => {
    const sha256Hash = idOf(text).slice('sha256:'.length)
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    expect(await (await gateway.post({ extensions, variables: { first: 1 } })).json()).toEqual({
      data: { items: [{ id: 'i0' }] },
    })
  })

  it('refuses free queries', async () => {
    expect((await gateway.post({ query: '{ __typename }' })).status).toBe(403)
  })

  it('refuses unknown ids and what is no id', async () => {
    for (const documentId of [idOf('{ x }'), 'sha256:zz', '../../etc/passwd', '']) {
      const response = await gateway.post({ documentId })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'DOCUMENT_NOT_FOUND' } }],
      })
    }
  })

  it('refuses a listed document that is not its hash', async () => {
    expect((await gateway.post({ documentId: `sha256:${'0'.repeat(64)}` })).status).toBe(400)
  })

  it('finds the documents of a new release, and keeps those of the last', async () => {
    const added = '{ shelves { label } }'
    await release('1.1.0', { [idOf(added)]: added })
    await expect
      .poll(async () => (await gateway.post({ documentId: idOf(added) })).status, {
        timeout: 5000,
        interval: 200,
      })
      .toBe(200)
    expect((await gateway.post({ documentId: idOf(text) })).status).toBe(200)
  })
})
