// Exporting and importing sites as somebody types it, with real blocks, templates and pictures.
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { takeTravelling, travellingId } from '@shuxiang/subgraph-assets/transfer'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { openSite } from '@shuxiang/subgraph-sites/content'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newSite } from './first-sites.ts'
import { subgraphs } from './subgraphs.ts'
import { transferCommand, type Told } from './transfer-command.ts'

let store: TestStore
let folder = ''
const now = new Date('2026-11-27T04:00:00Z')
const drawing = (colour: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`,
  )
const picture = {
  ...{ library: 'n33', key: 'a-picture', bytes: drawing('red') },
  description: {
    ...{ name: '门.svg', alt: { 'zh-CN': '大门' }, decorative: false, focal: { x: 0.5, y: 0.5 } },
    ...{ credit: '', licence: 'own', title: {}, language: '' },
  },
}

beforeAll(async () => {
  store = await openTestStore()
  folder = await mkdtemp(join(tmpdir(), 'transfer-'))
  for (const name of ['one', 'other']) {
    const db = store.db(name)
    await prepareStore(
      { db, now: () => now },
      subgraphs.filter((module) => module.name === 'sites' || module.name === 'assets'),
    )
  }
  const db = store.db('one')
  const taken = await takeTravelling(db, picture, { keep: true, now, signal: new AbortController().signal })
  expect(taken).toEqual({ id: travellingId(picture) })
  const page = {
    ...{ schema: 1, meta: { title: { 'zh-CN': '照片' } }, root: ['b'] },
    blocks: {
      b: {
        type: 'image',
        v: 1,
        fields: { picture: { id: travellingId(picture) }, width: 'text', shape: 'whole' },
        slots: {},
      },
    },
  }
  await db.collection<{ _id: string }>('site_pages').insertOne({
    ...{
      _id: 'n33:/photo',
      site: 'n33',
      path: '/photo',
      rev: 1,
      document: JSON.stringify(page),
      updatedAt: now,
    },
  })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (name: 'one' | 'other', ...args: readonly string[]): Promise<Told> =>
  transferCommand(
    {
      db: store.db(name),
      dataDir: join(folder, name),
      name: `https://${name}.example`,
      signal: new AbortController().signal,
    },
    args,
  )
const said = (told: Told): string => ('refused' in told ? told.refused : told.join('\n'))
const contentOf = (told: Told): string => /Content ([0-9a-f]{64})/.exec(said(told))?.[1] ?? said(told)
const file = (name: string): string => join(folder, name)

it('writes the same file for the same site, and keeps the key to itself', async () => {
  expect(said(await at('one', 'export', 'n33', file('a.site')))).toContain('1 pictures and files')
  await at('one', 'export', 'n33', file('b.site'))
  const [a, b] = await Promise.all([readFile(file('a.site')), readFile(file('b.site'))])
  expect(a.equals(b)).toBe(true)
  expect((await stat(join(folder, 'one', 'sites', 'installation-key.pem'))).mode & 0o077).toBe(0)
})

it('asks for the signer’s fingerprint at another installation, and takes the site then', async () => {
  const exported = await at('one', 'export', 'n33', file('c.site'))
  const first = await at('other', 'import', 'n3301', file('c.site'))
  expect(said(first)).toContain(
    'an installation that is not known here. It calls itself “https://one.example”',
  )
  const [, signer = ''] = /--signer ([0-9a-f]{64})/.exec(said(first)) ?? []
  expect(said(await at('other', 'import', 'n3301', file('c.site'), '--signer', '0'.repeat(64)))).toContain(
    'not known',
  )
  const looked = await at('other', 'import', 'n3301', file('c.site'), '--dry-run')
  expect(said(looked)).toMatch(
    /The site n3301 is opened\.[\s\S]*1 pictures and files come in[\s\S]*Nothing was done/,
  )
  expect(await store.db('other').collection('assets').countDocuments({ library: 'n3301' })).toBe(0)
  expect(said(await at('other', 'import', 'n3301', file('c.site'), '--signer', signer))).toContain(
    'is published',
  )
  expect(contentOf(await at('other', 'export', 'n3301', file('d.site')))).toBe(contentOf(exported))
  const asset = await store.db('other').collection('assets').findOne({ library: 'n3301' })
  expect(asset).toMatchObject({ state: 'ready', name: '门.svg', shown: { kind: 'picture' } })
})

it.each(
  ['county', 'city', 'children', 'local-history', 'university-town', 'two-languages'].map(
    (template, n) => [template, `n44${n + 10}`] as const,
  ),
)('brings a site of the template %s to another library with the same content', async (template, from) => {
  const to = 'n35'
  const site = newSite(template, { code: 'n440305', name: '南山区图书馆' })
  if (!site) throw new Error(`There is no template ${template}.`)
  await openSite(store.db('one'), { ...site, code: from }, now)
  const sent = await at('one', 'export', from, file('t.site'))
  expect(said(await at('one', 'import', to, file('t.site')))).toContain('Signed by this installation')
  expect(contentOf(await at('one', 'export', to, file('u.site')))).toBe(contentOf(sent))
})

it('refuses what is no site, and says how it is used', async () => {
  await writeFile(file('x.site'), 'not a site')
  expect(said(await at('one', 'import', 'n33', file('x.site')))).toContain(
    'This is no exported site: it ends early',
  )
  expect(said(await at('one', 'import', 'n33', file('none.site')))).toContain('There is no file')
  expect(said(await at('one', 'import', 'n33', folder))).toContain('There is no file')
  expect(said(await at('one', 'export', 'n99', file('y.site')))).toContain('There is no site')
  expect(said(await at('one', 'export', 'n33'))).toContain('Use:')
  expect(said(await at('one', 'import', 'n33', file('x.site'), '--force'))).toContain('Use:')
})

it('refuses bytes that are changed on the way', async () => {
  const bytes = await readFile(file('a.site'))
  const before = createHash('sha256').update(bytes).digest('hex')
  bytes[bytes.length - 3_000] = (bytes[bytes.length - 3_000] ?? 0) ^ 1
  expect(createHash('sha256').update(bytes).digest('hex')).not.toBe(before)
  await writeFile(file('z.site'), bytes)
  expect(said(await at('one', 'import', 'n33', file('z.site')))).toMatch(
    /no exported site|not as it was signed/,
  )
})

it('brings a picture back that was deleted, and makes none twice', async () => {
  const db = store.db('one')
  const assets = db.collection<{ _id: string; deletedAt: Date }>('assets')
  const _id = travellingId(picture)
  await assets.updateOne({ _id }, { $set: { deletedAt: now } })
  const again = (keep: boolean) =>
    takeTravelling(db, picture, { keep, now, signal: new AbortController().signal })
  expect(await again(false)).toEqual({ id: _id })
  expect((await assets.findOne({ _id }))?.deletedAt).toEqual(now)
  expect(await again(true)).toEqual({ id: _id })
  expect((await assets.findOne({ _id }))?.deletedAt.getTime()).toBe(0)
  expect(await assets.countDocuments({})).toBe(1)
})
