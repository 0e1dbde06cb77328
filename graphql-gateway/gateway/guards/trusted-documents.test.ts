// Trusted documents come from release folders and from nowhere else.
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTrustedDocuments } from './trusted-documents.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function release(name: string, version: string, operations: unknown): Promise<void> {
  await mkdir(join(folder, name, '1.0.0'), { recursive: true })
  await writeFile(join(folder, name, '1.0.0', 'operations.json'), JSON.stringify(operations))
  await writeFile(join(folder, name, 'current.json'), JSON.stringify({ version }))
}

describe('trusted documents', () => {
  it('are found by the hash of their text', async () => {
    await release('search', '1.0.0', { [idOf('{ a }')]: '{ a }' })
    const documents = createTrustedDocuments(folder, silent, () => 0)
    expect(await documents.find(idOf('{ a }'))).toBe('{ a }')
    expect(await documents.find(idOf('{ b }'))).toBeNull()
  })

  it('must be what their id says', async () => {
    await release('search', '1.0.0', { [idOf('{ a }')]: '{ b }', x: '{ c }', [idOf('{ d }')]: 7 })
    const documents = createTrustedDocuments(folder, silent, () => 0)
    await documents.refresh()
    expect(documents.size).toBe(0)
  })

  it.each(['../search/1.0.0', '1.0.0/..', '', '.', 7, null])(
    'are not read from the version %j',
    async (version) => {
      await release('search', '1.0.0', { [idOf('{ a }')]: '{ a }' })
      await writeFile(join(folder, 'search', 'current.json'), JSON.stringify({ version }))
      const documents = createTrustedDocuments(folder, silent, () => 0)
      expect(await documents.find(idOf('{ a }'))).toBeNull()
    },
  )

  it('of one release are found though another cannot be read', async () => {
    await release('search', '1.0.0', { [idOf('{ a }')]: '{ a }' })
    await mkdir(join(folder, 'broken'))
    await writeFile(join(folder, 'broken', 'current.json'), '{')
    const documents = createTrustedDocuments(folder, silent, () => 0)
    expect(await documents.find(idOf('{ a }'))).toBe('{ a }')
  })

  it('are looked for on disk at most once a second', async () => {
    let time = 0
    const documents = createTrustedDocuments(folder, silent, () => time)
    expect(await documents.find(idOf('{ a }'))).toBeNull()
    await release('search', '1.0.0', { [idOf('{ a }')]: '{ a }' })
    time = 500
    expect(await documents.find(idOf('{ a }'))).toBeNull()
    time = 1000
    expect(await documents.find(idOf('{ a }'))).toBe('{ a }')
  })

  it('need no folder', async () => {
    const documents = createTrustedDocuments(join(folder, 'none'), silent, () => 0)
    expect(await documents.find(idOf('{ a }'))).toBeNull()
  })
})
