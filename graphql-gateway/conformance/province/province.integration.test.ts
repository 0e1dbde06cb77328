// A province brings a kind, a subgraph and a source from a folder of its own: nothing of the product is edited but a list.
import { requestImport, runImport } from '@shuxiang/exchange'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { citationStyles, exportFormats } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFilled, type FilledGateway } from '../../gateway/testing/filled-gateway.ts'
import { mapSource, type Sheet } from './maps/source.ts'
import { installedKinds, subgraphs } from './subgraphs.ts'

const now = () => new Date('2026-11-26T00:00:00Z')
const log = { info() {}, warn() {} }
const sheets: Sheet[] = Array.from({ length: 25 }, (_, i) => ({
  n: i,
  title: `青江县图第${i}幅`,
  year: 1900 + i,
  scale: i % 5 === 0 ? 50_000 : 10_000,
}))
const begun: number[] = []
let gateway: FilledGateway

async function bring(db: Db): Promise<void> {
  const source = await mapSource(
    () => sheets,
    (from) => begun.push(from),
  ).open({})
  await requestImport(db, { source: 'maps', scope: 'all' }, now())
  const kinds = await installedKinds()
  let runs = 0
  const parts = { db, kinds, now, log, newRun: () => `r${begun.length}${runs++}` }
  const end = await runImport({ ...parts, signal: new AbortController().signal }, source)
  expect(end).toBe('done')
}

beforeAll(async () => {
  gateway = await startFilled(
    async (db) => {
      await prepareStore({ db, now }, subgraphs)
      await bring(db)
      // Later two sheets come and one is taken back: only that is asked for.
      sheets.push({ n: 25, title: '青江县全图', year: 1930, scale: 200_000 })
      sheets.push({ n: 26, title: '青江县水系图', year: 1931, scale: 200_000 })
      sheets.push({ n: 3, title: '', year: 0, scale: 1, gone: '保密期未满' })
      await bring(db)
    },
    { NODE_OPTIONS: `--import=${new URL('./instead.mjs', import.meta.url).href}` },
  )
  await gateway.searchable(26)
}, 120_000)
afterAll(() => gateway.close())

async function ask(query: string): Promise<Record<string, unknown>> {
  const { status, body } = await gateway.ask('/graphql', { body: { query } })
  expect([status, body.errors]).toEqual([200, undefined])
  return z.record(z.string(), z.unknown()).parse(body.data)
}

describe('a kind of a province', () => {
  it('is asked only for what changed since the last whole run', () => {
    expect(begun).toEqual([0, 25])
  })

  it('is found by title and by the words of its details', async () => {
    expect(await ask('{search(query:"青江县水系图"){edges{node{id kind kindName(language:"en")}}}}')).toEqual(
      {
        search: { edges: [{ node: { id: 'map26', kind: 'map', kindName: 'Map' } }] },
      },
    )
    expect(await ask('{search(query:"高斯投影"){totalCount}}')).toEqual({ search: { totalCount: 26 } })
  })

  it('has a facet of its own, with its words in both languages', async () => {
    const facet = 'facets(names:["scale"]){name label english:label(language:"en") values{value label count}}'
    expect(await ask(`{search(query:"",filter:[{name:"kind",anyOf:["map"]}]){${facet}}}`)).toEqual({
      search: {
        facets: [
          {
            name: 'scale',
            label: '比例尺',
            english: 'Scale',
            values: [
              { value: '10000', label: '1:10000', count: 19 },
              { value: '50000', label: '1:50000', count: 5 },
              { value: '200000', label: '1:200000', count: 2 },
            ],
          },
        ],
      },
    })
    expect(await ask('{search(query:"",filter:[{name:"scale",anyOf:["200000"]}]){totalCount}}')).toEqual({
      search: { totalCount: 2 },
    })
  })

  it('is narrowed by its date and ordered by its own key', async () => {
    const query =
      '{search(query:"",dates:[{name:"issued",from:"1930"}],sortBy:{by:"issued",descending:true}){edges{node{id year}}}}'
    expect(await ask(query)).toEqual({
      search: { edges: [{ node: { id: 'map26', year: 1931 } }, { node: { id: 'map25', year: 1930 } }] },
    })
    const largest = '{search(query:"",first:1,sortBy:{by:"scale",descending:true}){edges{node{map{scale}}}}}'
    expect(await ask(largest)).toEqual({ search: { edges: [{ node: { map: { scale: 200_000 } } }] } })
  })

  it('tells its details in the graph and, in the reader’s language, on its page', async () => {
    const query = '{record(id:"map5"){map{scale projection} facts(language:"en"){label value}}}'
    expect(await ask(query)).toEqual({
      record: {
        map: { scale: 50_000, projection: '高斯投影' },
        facts: [
          { label: 'Scale', value: '1:50000' },
          { label: 'Projection', value: '高斯投影' },
        ],
      },
    })
  })

  it.each([...exportFormats, ...citationStyles].map(({ id }) => id))('is exported as %s', async (format) => {
    const { record } = await ask(`{record(id:"map5"){text:export(format:${format})}}`)
    expect(JSON.stringify(record)).toContain('青江县图第5幅')
  })

  it('is withdrawn when its source takes it back', async () => {
    expect(
      await ask(
        '{record(id:"map3"){title withdrawn{reason}} search(query:"青江县图第3幅"){edges{node{id}}}}',
      ),
    ).toMatchObject({
      record: { withdrawn: { reason: '保密期未满' } },
      search: { edges: expect.not.arrayContaining([{ node: { id: 'map3' } }]) },
    })
  })
})
