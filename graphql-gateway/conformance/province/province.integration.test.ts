// A province brings a kind, a subgraph and a source from a folder of its own: nothing of the product is edited but its lists.
import { requestImport, runImport } from '@shuxiang/exchange'
import { titlesRead } from '@shuxiang/exchange/foreign-readers'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { citationStyles, exportFormats } from '@shuxiang/vocabulary'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFilled, type FilledGateway } from '../../gateway/testing/filled-gateway.ts'
import { mapSource } from './maps/source.ts'
import { installedKinds, subgraphs } from './subgraphs.ts'
import { openSurvey, type Survey } from './survey.ts'

const now = () => new Date('2026-11-26T00:00:00Z')
const log = { info() {}, warn() {} }
let survey: Survey
let gateway: FilledGateway

async function bring(db: Db, run: string): Promise<void> {
  await requestImport(db, { source: 'maps', scope: 'all' }, now())
  const parts = { db, kinds: await installedKinds(), now, log, newRun: () => run }
  const end = await runImport({ ...parts, signal: new AbortController().signal }, mapSource(survey.url))
  expect(end).toBe('done')
}

beforeAll(async () => {
  survey = await openSurvey(
    Array.from({ length: 25 }, (_, n) => ({
      n,
      title: `青江县图第${n}幅`,
      year: 1900 + n,
      scale: n % 5 === 0 ? 50_000 : 10_000,
    })),
  )
  gateway = await startFilled(
    async (db) => {
      await prepareStore({ db, now }, subgraphs)
      await bring(db, 'first')
      // Later two sheets come and one is taken back: only that is asked for.
      survey.sheets.push({ n: 25, title: '青江县全图', year: 1930, scale: 200_000 })
      survey.sheets.push({ n: 26, title: '青江县水系图', year: 1931, scale: 200_000 })
      survey.sheets.push({ n: 3, title: '', year: 0, scale: 1, gone: '保密期未满' })
      await bring(db, 'second')
    },
    { NODE_OPTIONS: `--import=${new URL('./instead.mjs', import.meta.url).href}` },
  )
  await gateway.searchable(26)
}, 120_000)
afterAll(async () => {
  await gateway.close()
  survey.close()
})

async function ask(query: string): Promise<Record<string, unknown>> {
  const { status, body } = await gateway.ask('/graphql', { body: { query } })
  expect([status, body.errors]).toEqual([200, undefined])
  return z.record(z.string(), z.unknown()).parse(body.data)
}

describe('a kind of a province', () => {
  it('is asked only for what changed since the last whole run', () => {
    // Each import asks for the number of changes before it asks for them.
    expect(survey.asked).toEqual([0, 0, 20, 25, 25])
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
    const query =
      '{record(id:"map5"){map{scale projection series{name due}} facts(language:"en"){label value}}}'
    expect(await ask(query)).toEqual({
      record: {
        // The seed names the series; the job of its year runs in the product.
        map: {
          scale: 50_000,
          projection: '高斯投影',
          series: { name: '1:5万地形图', due: null },
        },
        facts: [
          { label: 'Scale', value: '1:50000' },
          { label: 'Projection', value: '高斯投影' },
        ],
      },
    })
  })

  const exported = async (format: string): Promise<string> => {
    const { record } = await ask(`{record(id:"map5"){text:export(format:${format})}}`)
    return z.object({ text: z.string() }).parse(record).text
  }

  it.each(exportFormats.map(({ id }) => id))(
    'is exported as %s, which programs of others read',
    async (format) => {
      const text = await exported(format)
      expect(await titlesRead[format]?.(text)).toContain('青江县图第5幅')
      // The scale stands in formats that have a place for it.
      if (['CSLJSON', 'MARCXML'].includes(format)) expect(text).toContain('1:50000')
    },
  )

  it.each(citationStyles.map(({ id }) => id))('is cited as %s', async (style) => {
    expect(await exported(style)).toContain('青江县图第5幅')
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
