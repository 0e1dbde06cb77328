// A site as one file: the same for the same site, and refused with a sentence when anybody has touched it.
import { generateKeyPairSync } from 'node:crypto'
import { parsePage, type PageDoc } from '@shuxiang/site-model'
import { describe, expect, it } from 'vitest'
import { openArchive, packSite } from './archive.ts'
import type { SiteContent } from './content.ts'
import { assetsNamed, withIds } from './references.ts'
import { readTar, writeTar } from './tar.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const installation = { name: 'https://portal.example', privateKey }
const asset = 'asset-000000000000000001'

function page(fields: PageDoc['blocks'][string]['fields']): PageDoc {
  const doc = {
    schema: 1,
    meta: { title: { 'zh-CN': '首页' } },
    root: ['b'],
    blocks: { b: { type: 'text', v: 1, fields, slots: {} } },
  }
  const parsed = parsePage(doc)
  if (!parsed.ok) throw new Error(parsed.faults[0]?.message)
  return parsed.value
}

const content: SiteContent = {
  site: {
    ...{ names: { 'zh-CN': '馆' }, seal: '图书', theme: 'national', template: 'county', menu: [] },
    pages: [{ id: 'page-0001', path: '/', formerPaths: [] }],
    assets: [
      {
        ...{
          id: asset,
          name: '一.jpg',
          alt: { 'zh-CN': '门' },
          decorative: false,
          focal: { x: 0.5, y: 0.5 },
        },
        ...{ credit: '', licence: 'own', title: {}, language: '' },
      },
    ],
  },
  documents: new Map([['page-0001', page({ image: { id: asset } })]]),
  files: new Map([[asset, Buffer.from('bytes of a picture')]]),
}
const packed = packSite('n33', content, installation)
const faultOf = (bytes: Uint8Array): string => {
  const opened = openArchive(bytes)
  return opened.ok ? 'it was opened' : opened.faults.join(' ')
}
const members = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const read = readTar(bytes, () => true, 100)
  if (!read.ok) throw new Error(read.fault)
  return new Map(read.files)
}
const rewritten = (change: (files: Map<string, Uint8Array>) => void): Buffer => {
  const files = members(packed.bytes)
  change(files)
  return writeTar([...files].map(([name, bytes]) => ({ name, content: bytes })))
}

describe('a packed site', () => {
  it('is the same for the same site, and opens as it was', () => {
    expect(packSite('n33', content, installation).bytes.equals(packed.bytes)).toBe(true)
    const opened = openArchive(packed.bytes)
    if (!opened.ok) throw new Error(opened.faults[0])
    expect(opened.archive).toMatchObject({
      from: 'n33',
      installation: 'https://portal.example',
      hash: packed.content,
    })
    expect(opened.archive.content.site).toEqual(content.site)
    expect(Buffer.from(opened.archive.content.files.get(asset) ?? [])).toEqual(content.files.get(asset))
  })

  it('has a content that does not hang on installation and bytes of pictures', () => {
    const other = { name: 'x', privateKey: generateKeyPairSync('ed25519').privateKey }
    const anew = { ...content, files: new Map([[asset, Buffer.from('made anew')]]) }
    expect(packSite('n44', anew, other).content).toBe(packed.content)
    const changed = { ...content, documents: new Map([['page-0001', page({})]]) }
    expect(packSite('n33', changed, installation).content).not.toBe(packed.content)
  })

  it('is refused wherever one byte is another', () => {
    for (let at = 0; at < packed.bytes.length; at += 97) {
      const bytes = Buffer.from(packed.bytes)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      expect(openArchive(bytes).ok, `byte ${at}`).toBe(false)
    }
  })

  it.each([0, 1, 511, 512, 1_000])('is refused when it ends after %i bytes', (length) =>
    expect(openArchive(packed.bytes.subarray(0, length)).ok).toBe(false),
  )

  it('is refused with a file more, a file less, a file twice, or another signer’s word', () => {
    const extra = rewritten((files) => files.set('pages/page-0002.json', Buffer.from('{}')))
    expect(faultOf(extra)).toContain('more than was signed')
    expect(faultOf(rewritten((files) => void files.delete(`assets/${asset}`)))).toContain(
      'not as it was signed',
    )
    const twice = [...members(packed.bytes), ['site.json', Buffer.from('{}')] as const]
    expect(faultOf(writeTar(twice.map(([name, bytes]) => ({ name, content: bytes }))))).toContain(
      'does not belong',
    )
    const others = members(
      packSite('n33', content, { name: '', privateKey: generateKeyPairSync('ed25519').privateKey }).bytes,
    )
    const mixed = rewritten((files) =>
      files.set('signature.json', others.get('signature.json') ?? Buffer.alloc(0)),
    )
    expect(faultOf(mixed)).toContain('signature does not fit')
  })

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'pages/../x.json',
    'pages/page-0001.json/',
    'C:\\x',
    'a\u0000b',
    '',
  ])('is refused with a file called %j', (name) => {
    const tar = writeTar([{ name: 'site.json', content: Buffer.from('{}') }])
    tar.fill(0, 0, 100).write(name, 0, 'latin1')
    fixChecksum(tar)
    expect(openArchive(tar).ok).toBe(false)
    expect(faultOf(tar)).toMatch(/does not belong|ends early/)
  })

  it.each(['1', '2', '5', 'x', 'L', 'g', 'S', '\0'])('is refused with a member of type %j', (type) => {
    const tar = writeTar([{ name: 'site.json', content: Buffer.from('{}') }])
    tar.write(type, 156, 'latin1')
    fixChecksum(tar)
    expect(faultOf(tar)).toContain('something else than plain files')
  })

  it.each(['77777777777', '-0000000001', '\x80\0\0\0\0\0\0\0\0\0\x01'])(
    'is refused with the size %j',
    (size) => {
      const tar = writeTar([{ name: 'site.json', content: Buffer.from('{}') }])
      tar.write(size, 124, 'latin1')
      fixChecksum(tar)
      expect(openArchive(tar).ok).toBe(false)
    },
  )

  it('is refused with something behind its end', () => {
    expect(faultOf(Buffer.concat([packed.bytes, Buffer.from('more')]))).toContain('behind its end')
  })
})

describe('a signed file that is hostile', () => {
  const hostile = (site: object, documents = content.documents): string =>
    faultOf(
      packSite('n33', { ...content, site: { ...content.site, ...site }, documents }, installation).bytes,
    )

  it.each([
    [{ owner: 'somebody' }, 'site.json is no site'],
    [{ pages: [] }, 'site.json is no site'],
    [{ pages: [{ id: '../x', path: '/', formerPaths: [] }] }, 'site.json is no site'],
    [{ pages: Array.from({ length: 501 }, () => content.site.pages[0]) }, 'site.json is no site'],
    [{ assets: [] }, 'holds more than the site names'],
    [{ pages: [...content.site.pages, ...content.site.pages] }, 'Two pages are called page-0001'],
    [
      { pages: [...content.site.pages, { id: 'page-0002', path: '/b', formerPaths: [] }] },
      'The page /b is missing',
    ],
  ])('is refused: %j', (site, sentence) => expect(hostile(site)).toContain(sentence))

  it('is refused with a page that is none', () => {
    const bad = { ...page({}), root: ['b', 'gone'] }
    expect(hostile({}, new Map([['page-0001', bad]]))).toContain('names the block gone, which is not there')
  })
})

describe('ids in documents', () => {
  it('are found and changed in fields and links, and words are left alone', () => {
    const id = 'AbCdEfGhIjKlMnOpQrStUvWx'
    const doc = page({
      image: { id },
      links: [`asset:${id}`, 'page:n33:/about', 'page', '/about'],
      words: `says ${id}`,
    })
    expect(assetsNamed([doc])).toEqual([id])
    const changed = withIds(doc, {
      page: (one) => (one === 'n33:/about' ? 'page-0002' : null),
      asset: (one) => (one === id ? asset : null),
    })
    expect(changed.blocks['b']?.fields).toEqual({
      image: { id: asset },
      links: [`asset:${asset}`, 'page:page-0002', 'page', '/about'],
      words: `says ${id}`,
    })
  })
})

function fixChecksum(tar: Buffer): void {
  tar.fill(' ', 148, 156)
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
}
