// Pictures and files in the graph, over a real store: given in, worked on, described, shown, replaced, deleted, swept.
import { person } from '@shuxiang/permissions/fixture'
import type { Person } from '@shuxiang/permissions'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { createExecutor } from '@shuxiang/subgraph-kit'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit, silentLog, testContext } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  deletedKept,
  mostOpen,
  partBytes,
  pieceBytes,
  receivingHolds,
  refusedKept,
  sweepEvery,
  unnamedKept,
} from './bounds.ts'
import { assetJob, type AssetJobParts } from './job.ts'
import { assets as assetsModule } from './module.ts'
import { assetsIn, filesIn, partsIn, piecesIn } from './store/documents.ts'
import { personal } from './store/personal.ts'
import { createAssets } from './subgraph.ts'
import { Refused } from './working/made.ts'
import { run } from './working/run.ts'
import { workOn } from './working/work.ts'
import { bombPng, jpeg, pdf, photograph } from './testing/files.ts'

let store: TestStore
let db: Db
let audit = memoryAudit()
let n = 0
/** Milliseconds since 1970. */
let clock = 0
/** Ids of assets that stand on a page. */
let used: string[]
let replaced: string[]
let changed: string[]
const now = (): number => clock
const seconds = (): number => Math.floor(clock / 1000)

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  audit = memoryAudit()
  clock = Date.parse('2026-11-27T08:00:00Z')
  used = []
  replaced = []
  changed = []
  db = store.db(`assets_${n++}`)
  await prepareStore({ db, now: () => new Date(now()) }, [assetsModule])
})

const editor = (library: string): Person =>
  person({
    authenticatedAt: seconds() - 60,
    subject: `editor-${library}`,
    username: `${library}/editor`,
    memberships: [{ library, role: 'editor', expires: null }],
  })

const subgraph = createAssets({
  isLibrary: async (id) => ['n33', 'n44', 'ndl'].includes(id),
  nationalLibrary: 'ndl',
  pagesChanged: async (library) => void changed.push(library),
  usesOf: async (_library, asset) =>
    used.includes(asset) ? [{ path: '/', title: { 'zh-CN': '首页' } }] : [],
})
async function answer(
  query: string,
  variables: object,
  as: Person | { tenant: string | null } = editor('n33'),
) {
  const facts = 'tenant' in as ? as : { principal: as }
  return createExecutor(subgraph)(query, { ...variables }, testContext(db, { ...facts, audit, now }))
}
async function ask<T>(query: string, variables: object, as?: Person | { tenant: string | null }): Promise<T> {
  const { data, errors } = await answer(query, variables, as)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] as T
}
async function refusal(query: string, variables: object, as?: Person | { tenant: string | null }) {
  const [error] = (await answer(query, variables, as)).errors ?? []
  return `${String(error?.extensions['code'])} ${String(error?.extensions['reason'])}`
}

interface Variant {
  readonly url: string
  readonly type: string
  readonly width: number
  readonly bytes: number
}
interface Asset {
  readonly id: string
  readonly state: string
  readonly refusal: string | null
  readonly turn: number
  readonly rev: number
  readonly described: boolean
  readonly shown: {
    readonly kind: string
    readonly pages: number
    readonly variants: readonly Variant[]
  } | null
  readonly deletedAt: string | null
}
const fields = `id state refusal turn rev described deletedAt parts received partBytes
  shown { kind width height pages variants { url type width height bytes } }`
const beginText = `mutation($library: ID = "n33", $key: ID = "aaaaaaaa", $name: String = "馆舍.jpg", $bytes: Int!) {
  beginAsset(library: $library, key: $key, name: $name, bytes: $bytes) { ${fields} } }`
const replaceText = `mutation($id: ID!, $key: ID!, $bytes: Int!) {
  replaceAsset(id: $id, key: $key, name: "新馆.jpg", bytes: $bytes) { ${fields} } }`
const backText = `mutation($id: ID!, $rev: Int!) { takeBackAsset(id: $id, rev: $rev) { ${fields} name
  before { kind width height pages variants { url type width height bytes } } } }`
const partText = `mutation($id: ID!, $turn: Int!, $position: Int!, $content: String!) {
  addAssetPart(id: $id, turn: $turn, position: $position, content: $content) { ${fields} } }`
const assetText = `query($id: ID!) { asset(id: $id) { ${fields} usedIn { path title { language text } } } }`
const describeText = `mutation($id: ID!, $rev: Int!, $description: AssetDescription!) {
  describeAsset(id: $id, rev: $rev, description: $description) { ${fields} alt { language text } name credit licence } }`
const deleteText = `mutation($id: ID!) { deleteAsset(id: $id) { ${fields} } }`
const restoreText = `mutation($id: ID!) { restoreAsset(id: $id) { ${fields} } }`
const listText = `query($search: String, $deleted: Boolean, $kind: AssetKind, $after: String, $first: Int) {
  assets(library: "n33", search: $search, deleted: $deleted, kind: $kind, after: $after, first: $first) {
    totalCount kept room pageInfo { hasNextPage endCursor } edges { node { id name } } } }`
const pagesText = `query($ids: [ID!]!) { siteAssets(ids: $ids) { id kind described width height decorative
  alt { language text } focal { x y } credit title { language text } language pages variants { url type width } } }`
const fileText = `query($hash: ID!, $number: Int = 0) { assetFile(hash: $hash) { type bytes pieceBytes piece(number: $number) } }`

const saying = {
  ...{
    name: '馆舍',
    alt: [{ language: 'zh-CN', text: '雪后的馆舍' }],
    decorative: false,
    focal: { x: 0.25, y: 1 },
  },
  ...{ credit: '方敏摄', licence: 'CC_BY', title: [], language: '' },
}

async function send(asset: Asset, bytes: Buffer): Promise<Asset> {
  let last = asset
  for (let position = 0; position * partBytes < bytes.length; position++) {
    const content = bytes.subarray(position * partBytes, (position + 1) * partBytes).toString('base64')
    last = await ask<Asset>(partText, { id: asset.id, turn: asset.turn, position, content })
  }
  return last
}
const giveIn = async (bytes: Buffer, key = 'aaaaaaaa'): Promise<Asset> =>
  send(await ask<Asset>(beginText, { key, bytes: bytes.length }), bytes)
/** Here, as a process for each file takes its time; one test has them as they are. */
const here: NonNullable<AssetJobParts['work']> = async (bytes, { signal }) => {
  if (signal.aborted) return null
  try {
    return { made: await workOn(bytes) }
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason }
    throw error
  }
}
const work = (signal = new AbortController().signal, work = here) =>
  assetJob({ replaced: async (_db, library) => void replaced.push(library), work }).run(
    { db, now: () => new Date(now()), log: silentLog, dataDir: '', publicOrigin: '' },
    signal,
  )
const seen = (id: string) => ask<Asset>(assetText, { id })
async function ready(bytes: Buffer, key?: string): Promise<Asset> {
  const { id } = await giveIn(bytes, key)
  await work()
  return seen(id)
}
const described = (asset: Asset) =>
  ask<Asset>(describeText, { id: asset.id, rev: asset.rev, description: saying })
const hashOf = ({ url }: Variant): string => /^\/_files\/([0-9a-f]{64})\.\w+$/.exec(url)?.[1] ?? ''
const site = (tenant: string | null) => ({ tenant })

describe('a picture', () => {
  it('comes in by parts, is worked on, and is shown with nothing of where it was taken', async () => {
    const bytes = Buffer.concat([await photograph(1200, 600), Buffer.alloc(2 * partBytes)])
    const begun = await ask<Asset>(beginText, { bytes: bytes.length })
    expect(begun).toMatchObject({ state: 'RECEIVING', shown: null, partBytes })
    expect(await ask<Asset>(beginText, { bytes: bytes.length })).toEqual(begun)
    expect(await send(begun, bytes)).toMatchObject({ state: 'WORKING' })
    await work(undefined, run)
    const asset = await seen(begun.id)
    expect(asset).toMatchObject({
      state: 'READY',
      described: false,
      shown: { kind: 'PICTURE', width: 600, height: 1200 },
    })
    expect(asset.shown?.variants.map(({ type, width }) => `${type} ${width}`)).toEqual([
      'image/webp 480',
      'image/webp 600',
      'image/jpeg 600',
    ])
    for (const variant of asset.shown?.variants ?? []) {
      const file = await ask<{ type: string; bytes: number; piece: string }>(
        fileText,
        { hash: hashOf(variant) },
        site('n44'),
      )
      const content = Buffer.from(file.piece, 'base64')
      expect([file.type, file.bytes, content.length]).toEqual([variant.type, variant.bytes, variant.bytes])
      expect((await sharp(content).metadata()).exif).toBeUndefined()
    }
    expect(await partsIn(db).countDocuments({})).toBe(0)
    expect(await filesIn(db).countDocuments({})).toBe(3)
  })

  it('is for pages once it is described, of the site’s own library and the national one', async () => {
    const asset = await ready(await jpeg(50, 40))
    const asked = { ids: [asset.id, 'none', asset.id] }
    expect(await ask(pagesText, asked, site('n33'))).toMatchObject([
      { described: false },
      null,
      { id: asset.id },
    ])
    expect(await described(asset)).toMatchObject({ described: true, credit: '方敏摄', licence: 'CC_BY' })
    expect(changed).toEqual(['n33'])
    expect(await ask(pagesText, asked, site('n33'))).toMatchObject([
      { described: true, width: 50, height: 40, alt: [{ text: '雪后的馆舍' }], focal: { x: 0.25, y: 1 } },
      null,
      { id: asset.id },
    ])
    expect(await ask(pagesText, asked, site('n44'))).toEqual([null, null, null])
    expect(await ask(pagesText, asked, site(null))).toEqual([null, null, null])
    await assetsIn(db).updateOne({ _id: asset.id }, { $set: { library: 'ndl' } })
    for (const tenant of ['n44', null]) expect(await ask(pagesText, asked, site(tenant))).toHaveLength(3)
  })

  it.each([
    ['a bomb', () => Promise.resolve(bombPng(40_000, 40_000)), 'PIXELS'],
    ['no picture', () => Promise.resolve(Buffer.from('#!/bin/sh')), 'TYPE'],
  ])('that is %s is refused with a reason', async (_, make, reason) => {
    expect(await ready(await make())).toMatchObject({ state: 'REFUSED', refusal: reason, shown: null })
    expect(await filesIn(db).countDocuments({})).toBe(0)
  })

  it('is tried again by the next run when the first was ended', async () => {
    const { id } = await giveIn(await jpeg(30, 30))
    const ending = new AbortController()
    ending.abort()
    await work(ending.signal)
    expect(await seen(id)).toMatchObject({ state: 'WORKING' })
    await work()
    expect(await seen(id)).toMatchObject({ state: 'READY' })
  })
})

describe('a document', () => {
  it('needs a title and a language, and is read piece by piece', async () => {
    const bytes = pdf({ pages: 2, more: `% ${'x'.repeat(pieceBytes)}\n` })
    const asset = await ready(bytes)
    expect(asset).toMatchObject({ described: false, shown: { kind: 'DOCUMENT', pages: 2 } })
    const [variant] = asset.shown?.variants ?? []
    const hash = variant ? hashOf(variant) : ''
    const pieces = []
    for (const number of [0, 1, 2]) {
      const { piece } = await ask<{ piece: string | null }>(fileText, { hash, number }, site(null))
      pieces.push(piece)
    }
    expect(pieces[2]).toBeNull()
    expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece ?? '', 'base64'))).equals(bytes)).toBe(true)
    const titled = { ...saying, alt: [], title: [{ language: 'zh-CN', text: '借阅规则' }] }
    const change = { id: asset.id, rev: asset.rev, description: titled }
    const half = await ask<Asset>(describeText, change)
    expect(half).toMatchObject({ described: false })
    const whole = { ...change, rev: half.rev, description: { ...titled, language: 'zh-CN' } }
    expect(await ask(describeText, whole)).toMatchObject({ described: true })
  })
})

describe('another file for it', () => {
  it('stands wherever the former did once it is ready, and the former is still had by who asks for it', async () => {
    const asset = await ready(await jpeg(50, 40))
    await described(asset)
    const bytes = await jpeg(90, 80)
    const begun = await ask<Asset>(replaceText, { id: asset.id, key: 'bbbbbbbb', bytes: bytes.length })
    expect(begun).toMatchObject({ id: asset.id, state: 'RECEIVING', turn: 2, shown: asset.shown })
    expect(await ask<Asset>(replaceText, { id: asset.id, key: 'bbbbbbbb', bytes: bytes.length })).toEqual(
      begun,
    )
    expect(await refusal(partText, { id: asset.id, turn: 1, position: 0, content: 'YWJj' })).toBe(
      'BAD_USER_INPUT changed',
    )
    await send(begun, bytes)
    expect(await refusal(replaceText, { id: asset.id, key: 'cccccccc', bytes: 3 })).toBe(
      'BAD_USER_INPUT working',
    )
    await work()
    expect(await seen(asset.id)).toMatchObject({ state: 'READY', described: true, shown: { width: 90 } })
    expect(replaced).toEqual(['n33'])
    clock += unnamedKept + sweepEvery
    await work()
    const [variant] = asset.shown?.variants ?? []
    expect(await ask(fileText, { hash: variant ? hashOf(variant) : '' }, site(null))).toMatchObject({
      type: 'image/webp',
    })
  })

  it('is taken back, and had once more, on every page and with its name', async () => {
    const asset = await ready(await jpeg(50, 40))
    const told = await described(asset)
    expect(await refusal(backText, { id: asset.id, rev: told.rev })).toBe('BAD_USER_INPUT nothing-before')
    const bytes = await jpeg(90, 80)
    const begun = await ask<Asset>(replaceText, { id: asset.id, key: 'bbbbbbbb', bytes: bytes.length })
    expect(await refusal(backText, { id: asset.id, rev: begun.rev })).toBe('BAD_USER_INPUT working')
    await send(begun, bytes)
    await work()
    const now = await seen(asset.id)
    expect(await refusal(backText, { id: asset.id, rev: now.rev }, editor('n44'))).toMatch(/^FORBIDDEN/)
    expect(await refusal(backText, { id: asset.id, rev: now.rev - 1 })).toBe('BAD_USER_INPUT changed')
    changed = []
    const back = await ask<Asset>(backText, { id: asset.id, rev: now.rev })
    expect(back).toMatchObject({ state: 'READY', name: '馆舍', shown: asset.shown, before: now.shown })
    expect(changed).toEqual(['n33'])
    // What can be had back is not swept.
    clock += unnamedKept + sweepEvery
    await work()
    const again = await ask<Asset>(backText, { id: asset.id, rev: back.rev })
    expect(again).toMatchObject({ name: '新馆.jpg', shown: now.shown, before: asset.shown })
    for (const variant of [...(again.shown?.variants ?? []), ...(asset.shown?.variants ?? [])])
      expect(await ask(fileText, { hash: hashOf(variant) }, site(null))).toMatchObject({ type: variant.type })
  })

  it('of another kind is refused: a document is no picture', async () => {
    const asset = await ready(await jpeg(50, 40))
    const bytes = pdf({ pages: 1 })
    const begun = await ask<Asset>(replaceText, { id: asset.id, key: 'bbbbbbbb', bytes: bytes.length })
    await send(begun, bytes)
    await work()
    expect(await seen(asset.id)).toMatchObject({ state: 'REFUSED', refusal: 'TYPE', shown: asset.shown })
    expect(replaced).toEqual([])
  })

  it('that is refused leaves what is shown', async () => {
    const asset = await ready(await jpeg(50, 40))
    const begun = await ask<Asset>(replaceText, { id: asset.id, key: 'bbbbbbbb', bytes: 9 })
    await send(begun, Buffer.from('no such t'))
    await work()
    expect(await seen(asset.id)).toMatchObject({ state: 'REFUSED', refusal: 'TYPE', shown: asset.shown })
    expect(replaced).toEqual([])
    // And after a week nothing is said of it any more.
    clock += refusedKept + sweepEvery
    await work()
    expect(await seen(asset.id)).toMatchObject({ state: 'READY', refusal: null, shown: asset.shown })
  })
})

describe('deleting', () => {
  it('is refused while a page names it', async () => {
    const asset = await ready(await jpeg(50, 40))
    used = [asset.id]
    expect(await seen(asset.id)).toMatchObject({
      usedIn: [{ path: '/', title: [{ language: 'zh-CN', text: '首页' }] }],
    })
    expect(await refusal(deleteText, { id: asset.id })).toBe('BAD_USER_INPUT used')
  })

  it('can be taken back, and after thirty days is for good', async () => {
    const asset = await ready(await jpeg(50, 40))
    const gone = await ask<Asset>(deleteText, { id: asset.id })
    expect(gone.deletedAt).not.toBeNull()
    expect(await ask(pagesText, { ids: [asset.id] }, site('n33'))).toEqual([null])
    expect(await refusal(describeText, { id: asset.id, rev: gone.rev, description: saying })).toBe(
      'BAD_USER_INPUT deleted',
    )
    expect(await ask(listText, {})).toMatchObject({ totalCount: 0, edges: [] })
    expect(await ask(listText, { deleted: true })).toMatchObject({ edges: [{ node: { id: asset.id } }] })
    expect(await ask<Asset>(restoreText, { id: asset.id })).toMatchObject({
      deletedAt: null,
      shown: asset.shown,
    })
    await ask(deleteText, { id: asset.id })
    clock += deletedKept + sweepEvery
    await work()
    expect(await answer(assetText, { id: asset.id })).toMatchObject({ data: { asset: null } })
    expect([await filesIn(db).countDocuments({}), await piecesIn(db).countDocuments({})]).toEqual([0, 0])
    expect(audit.recorded.map(({ action }) => action)).toEqual([
      'asset.add',
      'asset.delete',
      'asset.restore',
      'asset.delete',
    ])
  })
})

describe('the list', () => {
  it('is searched whatever the width and case of letters, and goes on by its cursor', async () => {
    const made = []
    for (const key of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']) {
      clock += 1000
      made.push(await ready(await jpeg(10 + made.length, 10), key))
    }
    const [first] = made
    if (first)
      await ask(describeText, {
        id: first.id,
        rev: first.rev,
        description: { ...saying, credit: 'ＡＢＣ (x.*' },
      })
    expect(await ask(listText, { search: 'abc (X.*' })).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: first?.id } }],
    })
    expect(await ask(listText, { search: 'a.c' })).toMatchObject({ totalCount: 0 })
    expect(await ask(listText, { kind: 'DOCUMENT' })).toMatchObject({ totalCount: 0 })
    const page = await ask<{ pageInfo: { endCursor: string }; kept: number }>(listText, { first: 2 })
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    expect(page.kept).toBeGreaterThan(0)
    expect(await ask(listText, { first: 2, after: page.pageInfo.endCursor })).toMatchObject({
      pageInfo: { hasNextPage: false },
    })
  })
})

describe('what is refused', () => {
  it('more files on their way than fit', async () => {
    for (let file = 0; file < mostOpen; file++) await ask(beginText, { key: `key-${file}-of-many`, bytes: 9 })
    expect(await refusal(beginText, { bytes: 9 })).toBe('BAD_USER_INPUT too-many-open')
    // What never came in whole makes room by itself.
    clock += receivingHolds + sweepEvery
    await work()
    expect(await ask(beginText, { bytes: 9 })).toMatchObject({ state: 'RECEIVING' })
  })

  it('more bytes than a library may keep', async () => {
    const asset = await ready(await jpeg(10, 10))
    await assetsIn(db).updateOne({ _id: asset.id }, { $set: { kept: 3e9 } })
    expect(await refusal(beginText, { key: 'bbbbbbbb', bytes: 9 })).toBe('BAD_USER_INPUT no-space')
  })

  it.each([
    [beginText, { bytes: 0 }, 'empty-file'],
    [beginText, { bytes: 1e9 }, 'too-large'],
    [beginText, { bytes: 9, library: 'nobody' }, 'no-library'],
    [partText, { id: 'x', turn: 1, position: 0, content: '' }, 'gone'],
  ])('%# a file that cannot be one', async (text, variables, reason) =>
    expect(await refusal(text, variables)).toBe(`BAD_USER_INPUT ${reason}`),
  )

  it.each([
    [{ focal: { x: 2, y: 0 } }, 'undefined'],
    [{ decorative: true }, 'decorative'],
    [{ name: ' ' }, 'name'],
    [{ alt: [{ language: 'zh-CN', text: '字'.repeat(301) }] }, 'alt'],
    [{ alt: [{ language: '"><x', text: 'x' }] }, 'undefined'],
    [{ language: '__proto__' }, 'language'],
  ])('%j', async (wrong, reason) => {
    const asset = await ready(await jpeg(10, 10))
    const change = { id: asset.id, rev: asset.rev, description: { ...saying, ...wrong } }
    expect(await refusal(describeText, change)).toBe(`BAD_USER_INPUT ${reason}`)
  })

  it('a change of what somebody else has changed', async () => {
    const asset = await ready(await jpeg(10, 10))
    await described(asset)
    expect(await refusal(describeText, { id: asset.id, rev: asset.rev, description: saying })).toBe(
      'BAD_USER_INPUT changed',
    )
  })

  it('everybody of another library', async () => {
    const asset = await ready(await jpeg(10, 10))
    for (const [text, variables] of [
      [assetText, { id: asset.id }],
      [deleteText, { id: asset.id }],
      [partText, { id: asset.id, turn: 1, position: 0, content: 'YWJj' }],
    ] as const)
      expect(await refusal(text, variables, editor('n44'))).toBe('FORBIDDEN library')
  })

  it('two files in one question, and what is no digest', async () => {
    const hash = 'a'.repeat(64)
    const two = `{ a: assetFile(hash: "${hash}") { type } b: assetFile(hash: "${hash}") { type } }`
    expect(await refusal(two, {}, site(null))).toBe('BAD_USER_INPUT undefined')
    expect(await refusal(fileText, { hash: '../x' }, site(null))).toBe('BAD_USER_INPUT undefined')
  })
})

it('who leaves takes the name away, and the library keeps its picture', async () => {
  const asset = await ready(await jpeg(10, 10))
  const parts = { db, now: () => new Date(now()) }
  expect(await personal.export(parts, 'editor-n33')).toMatchObject({
    given: [{ library: 'n33', name: '馆舍.jpg' }],
  })
  await personal.erase(parts, 'editor-n33')
  expect(await assetsIn(db).findOne({ _id: asset.id })).toMatchObject({ byName: '', state: 'ready' })
})
