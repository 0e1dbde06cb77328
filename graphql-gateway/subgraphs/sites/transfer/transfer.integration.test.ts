// A site leaves one library and arrives at another: the same, at once, or not at all.
import { generateKeyPairSync } from 'node:crypto'
import { openTestStore, type TestStore } from '@shuxiang/store-contract'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { memoryAudit } from '@shuxiang/subgraph-kit/testing'
import type { Db } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { binIn, revisionsIn } from '../editing/documents.ts'
import { plainEditing } from '../editing/testing/page-rules.ts'
import { sites } from '../module.ts'
import { publicationsIn } from '../releases/documents.ts'
import { librariesIn, sitePagesIn, sitesIn } from '../store/documents.ts'
import { openSite } from '../store/open-site.ts'
import { openArchive, packSite } from './archive.ts'
import type { SiteContent } from './content.ts'
import { importsIn, waitingIn } from './documents.ts'
import { exportSite } from './export.ts'
import { finishImports, importSite, importSteps, type ImportStep } from './import.ts'
import { planImport } from './plan.ts'
import type { ImportPorts } from './ports.ts'

let store: TestStore
let db: Db
let opened = 0
let audit = memoryAudit()
const now = (): Date => new Date('2026-11-27T04:00:00Z')
const { privateKey } = generateKeyPairSync('ed25519')
const picture = 'AbCdEfGhIjKlMnOpQrStUvWx'
let taken = new Map<string, string>()

const description = {
  ...{ name: '门.jpg', alt: { 'zh-CN': '门' }, decorative: false, focal: { x: 0.5, y: 0.5 } },
  ...{ credit: '', licence: 'own', title: {}, language: '' },
}
const assetsOf = async (_: string, ids: readonly string[]) =>
  new Map(
    ids
      .filter((id) => id === picture || [...taken.values()].includes(id))
      .map((id) => [id, { description, bytes: Buffer.from('pixels') }]),
  )
const ports: ImportPorts = {
  ...plainEditing,
  assetId: ({ library, key }) => `${library}-${key}`.slice(-24).padStart(24, 'z'),
  async takeAsset(asset, keep) {
    const id = ports.assetId(asset)
    if (keep === 'keep') taken.set(asset.key, id)
    return { id }
  },
  assetRoom: async () => null,
}

const page = (title: string, fields: object = {}, type = 'text'): string =>
  JSON.stringify({
    schema: 1,
    meta: { title: { 'zh-CN': title } },
    root: ['b'],
    blocks: { b: { type, v: 1, fields, slots: {} } },
  })

beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  db = store.db(`transfer${++opened}`)
  audit = memoryAudit()
  taken = new Map()
  const { seed: _, ...module } = sites({ pages: async () => new Map(), sites: async () => [] })
  await prepareStore({ db, now }, [module])
  for (const _id of ['n33', 'n44', 'n55'])
    await librariesIn(db).insertOne({
      ...{ _id, name: _id, level: 'PROVINCE', regionId: _id.slice(1), place: _id.slice(1) },
      demonstration: true,
    })
  await open('n33', {
    '/': page('浙江', { image: { id: picture }, link: 'page:n33:/about' }),
    '/about': page('关于'),
  })
  await sitesIn(db).updateOne(
    { _id: 'n33' },
    {
      $set: {
        logo: picture,
        filings: { icp: '浙ICP备12345678号', publicSecurity: '' },
        order: ['n33:/about', 'n33:/'],
      },
    },
  )
  await open('n44', { '/': page('广东'), '/old': page('旧页') })
})

const open = (code: string, pages: Readonly<Record<string, string>>) =>
  openSite(
    db,
    {
      ...{ code, names: { 'zh-CN': `${code}馆` }, seal: '图书', theme: 'national', template: 'county' },
      menu: [{ path: '/', words: { 'zh-CN': '首页' } }],
      pages: new Map(Object.entries(pages)),
    },
    now(),
  )

async function packed(code: string) {
  const content = await exportSite(db, code, plainEditing.pageRules, { assetsOf })
  if (!content) throw new Error(`There is no site ${code}.`)
  return packSite(code, content, { name: 'test', privateKey })
}
async function planned(code: string, bytes: Uint8Array) {
  const archive = openArchive(bytes)
  if (!archive.ok) throw new Error(archive.faults.join(' '))
  return planImport(db, code, archive.archive, ports)
}
async function bringIn(code: string, bytes: Uint8Array, passed?: (step: ImportStep) => Promise<void>) {
  const plan = await planned(code, bytes)
  if (!plan.ok) throw new Error(plan.faults.join(' '))
  return importSite({ db, audit, now, ...(passed && { passed }) }, plan.plan, ports, false)
}
/** All that a site is now. */
async function whole(code: string): Promise<unknown> {
  const pages = await sitePagesIn(db).find({ site: code }).sort({ site: 1, path: 1 }).toArray()
  const site = await sitesIn(db).findOne({ _id: code })
  return {
    pages: pages.map(({ path, document }) => [path, document]),
    names: site?.names,
    filings: site?.filings,
  }
}

describe('a site that travels', () => {
  it('has the same content where it arrives, and where it goes on to', async () => {
    const first = await packed('n33')
    expect(await bringIn('n44', first.bytes)).toEqual({ ok: true })
    // The logo is the picture that came along, by the id that it has here.
    expect((await sitesIn(db).findOne({ _id: 'n44' }))?.logo).toBe([...taken.values()][0])
    const second = await packed('n44')
    expect(second.content).toBe(first.content)
    await bringIn('n55', second.bytes)
    expect((await packed('n55')).content).toBe(first.content)
  })

  it('has no person in it', async () => {
    await sitePagesIn(db).updateOne(
      { _id: 'n33:/' },
      { $set: { changed: { by: 'subject-of-lin', name: 'n33/lin', at: now() } } },
    )
    const { bytes } = await packed('n33')
    expect(bytes.includes('subject-of-lin')).toBe(false)
    expect(bytes.includes('n33/lin')).toBe(false)
  })

  it('names its own pages and pictures where it arrives', async () => {
    await bringIn('n44', (await packed('n33')).bytes)
    const home = await sitePagesIn(db).findOne({ site: 'n44', path: '/' })
    const about = await sitePagesIn(db).findOne({ site: 'n44', path: '/about' })
    expect(home?.document).toContain(`page:${about?._id}`)
    expect(home?.document).toContain([...taken.values()][0])
    expect(home?.document).not.toContain(picture)
  })

  it('takes the place of what was there: former pages are in the bin, what pages were is among their revisions', async () => {
    await bringIn('n44', (await packed('n33')).bytes)
    expect((await binIn(db).find({ site: 'n44' }).toArray()).map(({ path }) => path)).toEqual(['/old'])
    const revisions = await revisionsIn(db).find({ page: 'n44:/' }).sort({ page: 1, rev: 1 }).toArray()
    expect(revisions.map(({ rev, why }) => [rev, why])).toEqual([
      [1, 'begin'],
      [2, 'restore'],
    ])
    expect(audit.recorded).toMatchObject([
      { actor: 'operator', library: 'n44', details: { what: 'import', pages: 2 } },
    ])
  })

  it('opens the site of a library that has none, and has it published; others stay as they are served', async () => {
    const { bytes } = await packed('n33')
    await bringIn('n55', bytes)
    await bringIn('n44', bytes)
    expect(await sitesIn(db).findOne({ _id: 'n55' })).toMatchObject({
      state: 'live',
      names: { 'zh-CN': 'n33馆' },
    })
    expect(await publicationsIn(db).countDocuments({ site: 'n55' })).toBe(1)
    expect(await publicationsIn(db).countDocuments({ site: 'n44' })).toBe(1)
  })

  it('changes nothing when it comes once more, and comes back after another one', async () => {
    const first = await packed('n33')
    const former = await packed('n44')
    await bringIn('n44', first.bytes)
    const revs = () =>
      sitePagesIn(db)
        .find({ site: 'n44' }, { projection: { rev: 1 } })
        .sort({ site: 1, path: 1 })
        .toArray()
    const before = await revs()
    await bringIn('n44', first.bytes)
    expect(await revs()).toEqual(before)
    await bringIn('n44', former.bytes)
    expect((await packed('n44')).content).toBe(former.content)
    await bringIn('n44', first.bytes)
    expect((await packed('n44')).content).toBe(first.content)
    const ids = (await sitePagesIn(db).find({ site: 'n44' }).toArray()).map(({ _id }) => _id)
    expect(await binIn(db).countDocuments({ _id: { $in: ids } })).toBe(0)
  })
})

describe('an import that ends midway', () => {
  it.each(importSteps)(
    'after “%s” leaves the old site whole, or is carried out by whoever looks next',
    async (step) => {
      const { bytes, content } = await packed('n33')
      const before = await whole('n44')
      let ended = false
      await expect(
        bringIn('n44', bytes, async (passed) => {
          if (passed !== step || ended) return
          ended = true
          throw new Error('killed')
        }),
      ).rejects.toThrow('killed')
      const given = await importsIn(db).findOne({ _id: 'n44' })
      if (step === 'pictures' || step === 'waiting') {
        expect(given).toBeNull()
        expect(await whole('n44')).toEqual(before)
        await finishImports({ db, audit, now })
        expect(await whole('n44')).toEqual(before)
        await bringIn('n44', bytes)
      } else expect(await finishImports({ db, audit, now })).toBe(1)
      expect((await packed('n44')).content).toBe(content)
      expect(await importsIn(db).findOne({ _id: 'n44' })).toBeNull()
      expect(await waitingIn(db).countDocuments({})).toBe(0)
      expect(await sitePagesIn(db).countDocuments({ site: 'n44' })).toBe(2)
    },
  )
})

describe('what may not come in', () => {
  /** As another installation signs it, whatever it is. */
  async function refusedWith(change: (content: SiteContent) => SiteContent): Promise<string> {
    const content = await exportSite(db, 'n33', plainEditing.pageRules, { assetsOf })
    if (!content) throw new Error('There is no site.')
    const before = await whole('n44')
    const plan = await planned('n44', packSite('n33', change(content), { name: 'x', privateKey }).bytes)
    expect(await whole('n44')).toEqual(before)
    return plan.ok ? 'it was taken' : plan.faults.join(' ')
  }
  const withSite = (site: Partial<SiteContent['site']>) => (content: SiteContent) => ({
    ...content,
    site: { ...content.site, ...site },
  })
  const withPath = (path: string) => (content: SiteContent) => ({
    ...content,
    site: {
      ...content.site,
      pages: content.site.pages.map((one) => (one.path === '/about' ? { ...one, path } : one)),
    },
  })

  it.each([
    ['an address of the product', withPath('/console'), 'the product’s own'],
    ['an address that climbs', withPath('/../x'), 'give an address'],
    ['two pages at one address', withPath('/'), 'one address'],
    [
      'no home page',
      (content: SiteContent) =>
        withSite({
          pages: content.site.pages.map((one) => ({ ...one, path: one.path === '/' ? '/home' : one.path })),
        })(content),
      'no home page',
    ],
    [
      'a former address that is none',
      (content: SiteContent) =>
        withSite({ pages: content.site.pages.map((one) => ({ ...one, formerPaths: ['//evil.example'] })) })(
          content,
        ),
      'give an address',
    ],
    ['a theme that is not here', withSite({ theme: 'palace' }), 'theme: choose'],
    [
      'a menu that leads elsewhere',
      withSite({ menu: [{ path: '//evil.example', words: { en: 'x' } }] }),
      'menu: a link leads',
    ],
    ['a seal that is none', withSite({ seal: '<b>' }), 'seal: give'],
    ['a language that is none', withSite({ names: { '<x>': 'x' } }), 'no language tag'],
    ['a template that is none', withSite({ template: '../../x' }), 'template'],
  ])('%s', async (_, change, sentence) => expect(await refusedWith(change)).toContain(sentence))

  it('a block that is not known here', async () => {
    await sitePagesIn(db).updateOne({ _id: 'n33:/about' }, { $set: { document: page('关于', {}, 'cinema') } })
    expect(await refusedWith((content) => content)).toContain('Page /about: blocks.b: does not fit')
  })

  it('pictures without room, and a library that is none', async () => {
    const { bytes } = await packed('n33')
    const archive = openArchive(bytes)
    if (!archive.ok) throw new Error('It does not open.')
    const full: ImportPorts = { ...ports, assetRoom: async () => 'There is no room.' }
    expect(await planImport(db, 'n44', archive.archive, full)).toEqual({
      ok: false,
      faults: ['There is no room.'],
    })
    expect(await planImport(db, 'n99', archive.archive, ports)).toMatchObject({ ok: false })
  })

  it('a picture that is refused: then nothing comes in', async () => {
    const before = await whole('n44')
    const plan = await planned('n44', (await packed('n33')).bytes)
    if (!plan.ok) throw new Error('It is not planned.')
    const ended = await importSite(
      { db, audit, now },
      plan.plan,
      { takeAsset: async () => ({ refused: 'it is damaged.' }) },
      false,
    )
    expect(ended).toEqual({ ok: false, faults: ['门.jpg: it is damaged.'] })
    expect(await whole('n44')).toEqual(before)
  })
})
