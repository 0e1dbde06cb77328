import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMicrofrontend } from './build.ts'
import type { Bundle, FileFacts } from './release.ts'
import { buildRuntime } from './runtime.ts'
import { buildShared } from './shared.ts'

const shell = resolve(import.meta.dirname, '..')
const KB = 1_024
let folder: string
let shared: Bundle
let runtime: Bundle
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shuxiang-budget-'))
  shared = await buildShared(join(folder, 'shared'))
  runtime = await buildRuntime(join(shell, 'runtime'), join(folder, 'runtime'))
})
afterAll(() => rm(folder, { recursive: true }))

const gzipOf = (files: Readonly<Record<string, FileFacts>>): number =>
  Object.values(files).reduce((sum, { gzip }) => sum + gzip, 0)

function moduleOf(name: string): number {
  const facts = runtime.files[runtime.imports[name] ?? '']
  if (!facts) throw new Error(`The runtime was built without ${name}.`)
  return facts.gzip
}

describe('what every reader downloads', () => {
  it('the shared set is at most 60 KB gzip', () => {
    expect(gzipOf(shared.files)).toBeLessThanOrEqual(60 * KB)
  })
  // 0.4 KB to follow the script that a reader wants on every page: decision 0128.
  it('the runtime with single-spa is at most 17.5 KB gzip', () => {
    expect(moduleOf('@shuxiang/runtime')).toBeLessThanOrEqual(17.5 * KB)
  })
})

describe('what somebody downloads who signs in', () => {
  it('is keycloak-js and the way into a session, at most 12 KB gzip', () => {
    expect(moduleOf('@shuxiang/runtime/auth')).toBeLessThanOrEqual(12 * KB)
  })
})

describe('what somebody downloads who wants texts in one script', () => {
  it('is at most 2 KB gzip', () => {
    expect(moduleOf('@shuxiang/runtime/script')).toBeLessThanOrEqual(2 * KB)
  })
})

describe('the shared set', () => {
  it('holds one Vue: the others import it by name', async () => {
    for (const [name, file] of Object.entries(shared.imports)) {
      const text = await readFile(join(folder, 'shared', file), 'utf8')
      if (name !== 'vue' && name !== '@shuxiang/sdk/contract') expect(text).toMatch(/from ?"vue"/)
      expect(text).not.toMatch(/new Function|\beval\(/)
    }
  })
  it('is the same for the same sources', async () => {
    expect(await buildShared(join(folder, 'again'))).toEqual(shared)
  })
})

describe('a release', () => {
  const calm = join(shell, 'runtime/fixtures/calm')
  it('is the same for the same sources and is current when built', async () => {
    const outDir = join(folder, 'calm')
    const first = await buildMicrofrontend(calm, { outDir })
    const second = await buildMicrofrontend(calm, { outDir })
    expect(second.release).toEqual(first.release)
    expect(JSON.parse(await readFile(join(outDir, 'current.json'), 'utf8'))).toEqual({
      version: first.release.version,
    })
  })
  it('imports the shared set by name and carries its own server libraries', async () => {
    const { release, folder: built } = await buildMicrofrontend(calm, { outDir: join(folder, 'calm') })
    const entry = await readFile(join(built, 'browser', release.browser.entry), 'utf8')
    expect(entry).toMatch(/from ?"vue"/)
    const server = await readFile(join(built, 'server', String(release.server?.entry)), 'utf8')
    expect(server).not.toMatch(/^import .*from ["'](?!node:)/m)
  })
})
