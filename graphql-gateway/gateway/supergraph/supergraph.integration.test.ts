// The committed supergraph, and how a supergraph is found at start.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { subgraphs } from '@shuxiang/product/subgraphs'
import { installedOf } from '@shuxiang/subgraph-kit/module'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compose } from './compose.ts'
import { generatedFiles, isComposedFrom } from './generated.ts'
import { graphsOf } from './graphs.ts'
import { loadSupergraph } from './load.ts'
import { sdlOf } from './sources.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])'
const small = (field: string) => [{ name: 'a', sdl: `${link} type Query { ${field}: Int }` }]

describe('the committed supergraph', () => {
  it('is current: otherwise run `node graphql-gateway/gateway/compose.ts`', async () => {
    const installed = await installedOf(subgraphs)
    const { supergraph, api } = await generatedFiles(subgraphs.map((module) => sdlOf(module, installed)))
    expect(await readFile(here('../supergraph.generated.graphql'), 'utf8')).toBe(supergraph)
    expect(await readFile(here('../api.generated.graphql'), 'utf8')).toBe(api)
  })
})

describe('loadSupergraph', () => {
  it('composes once and keeps the result by its hash', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'supergraph-'))
    const places = { committed: join(folder, 'none.graphql'), folder: join(folder, 'kept') }
    const first = await loadSupergraph(small('n'), places)
    const [file = ''] = await readdir(places.folder)
    await writeFile(join(places.folder, file), `${first}# read from disk\n`)
    expect(await loadSupergraph(small('n'), places)).toContain('# read from disk')
    expect(isComposedFrom(await loadSupergraph(small('m'), places), small('m'))).toBe(true)
    await rm(folder, { recursive: true })
  })

  it('composes also where nothing can be written', async () => {
    const places = { committed: '/dev/null/x', folder: '/dev/null/y' }
    expect(graphsOf(parse(await loadSupergraph(small('n'), places))).has('a')).toBe(true)
  })
})

describe('compose', () => {
  it('names what does not fit together', async () => {
    const wrong = [
      { name: 'a', sdl: `${link} type Query { n: Int }` },
      { name: 'b', sdl: `${link} type Query { n: String }` },
    ]
    await expect(compose(wrong)).rejects.toThrow(/Query\.n/)
  })
})
