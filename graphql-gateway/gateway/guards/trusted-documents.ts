// The documents of installed microfrontends: the only ones that production accepts, and asked for by their hash.
import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '@shuxiang/subgraph-kit'

/** Finds documents by id, `sha256:` and 64 hex digits. */
export interface TrustedDocuments {
  /** The document's text; null for an unknown id. Looks again on disk when the id is new to it. */
  find(id: string): Promise<string | null>
  /** Reads what changed on disk. Never throws: what cannot be read is in the log. */
  refresh(): Promise<void>
  readonly size: number
}

/** An id as clients send it. */
export const documentId = /^sha256:[0-9a-f]{64}$/

const goodName = /^[a-z][a-z0-9-]{0,62}$/
const goodVersion = /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/
const bounds = { fileBytes: 8_000_000, documents: 20_000, documentLength: 50_000 }

/**
 * Reads `<folder>/<release>/current.json` = `{ "version" }` and `<folder>/<release>/<version>/operations.json` =
 * `{ "sha256:<hex>": "<document>" }`. Documents of earlier versions stay known while this process lives, for pages
 * that readers still have open. `now` in milliseconds.
 */
export function createTrustedDocuments(folder: string, log: Log, now: () => number): TrustedDocuments {
  const documents = new Map<string, string>()
  const seen = new Map<string, string>()
  let refreshing: Promise<void> | null = null
  let last = Number.NEGATIVE_INFINITY

  const readRelease = async (name: string): Promise<void> => {
    const pointer = join(folder, name, 'current.json')
    const { mtimeMs } = await stat(pointer)
    const { version } = versionOf(await readJson(pointer))
    const mark = `${version}:${mtimeMs}`
    if (seen.get(name) === mark) return
    const file = join(folder, name, version, 'operations.json')
    const found = await readJson(file).catch((error: unknown) => {
      if (isMissing(error)) return {}
      throw error
    })
    let kept = 0
    for (const [id, text] of Object.entries(found)) {
      if (!isDocument(id, text))
        log.warn({ file, id: id.slice(0, 80) }, 'trusted documents: an entry is not its hash')
      else if (documents.size < bounds.documents || documents.has(id)) {
        documents.set(id, text)
        kept++
      }
    }
    seen.set(name, mark)
    log.info({ release: name, version, documents: kept }, 'trusted documents read')
  }

  const readAll = async (): Promise<void> => {
    last = now()
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (!entry.isDirectory() || !goodName.test(entry.name)) continue
      await readRelease(entry.name).catch((error: unknown) => {
        if (!isMissing(error))
          log.warn({ release: entry.name, err: error }, 'trusted documents: a release cannot be read')
      })
    }
  }

  const refresh = (): Promise<void> => {
    refreshing ??= readAll().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  return {
    async find(id) {
      const known = documents.get(id)
      if (known !== undefined || !documentId.test(id)) return known ?? null
      if (now() - last >= 1000) await refresh()
      return documents.get(id) ?? null
    },
    refresh,
    get size() {
      return documents.size
    },
  }
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8')
  if (text.length > bounds.fileBytes) throw new Error(`${file} is larger than ${bounds.fileBytes} bytes.`)
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file} is not a JSON object.`)
  return { ...value }
}

function versionOf({ version }: Record<string, unknown>): { version: string } {
  if (typeof version !== 'string' || !goodVersion.test(version))
    throw new Error('current.json has no usable "version".')
  return { version }
}

function isDocument(id: string, text: unknown): text is string {
  if (typeof text !== 'string' || text.length > bounds.documentLength) return false
  return id === `sha256:${createHash('sha256').update(text).digest('hex')}`
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
