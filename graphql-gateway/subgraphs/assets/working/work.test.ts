// What is made of good files, and which are refused: formats, place and camera, bombs, two files in one, documents that act.
import { createServer } from 'node:http'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { mostPages, mostUnpacked } from '../bounds.ts'
import {
  avif,
  bombPng,
  cameraWords,
  clearPng,
  gif,
  jpeg,
  pdf,
  photograph,
  stream,
  svg,
  webp,
} from '../testing/files.ts'
import { Refused, type Made } from './made.ts'
import { workOn } from './work.ts'

const shown = ({ files }: Made): string[] =>
  files.map(({ type, width, height }) => `${type} ${width}x${height}`)
async function refusal(bytes: Buffer): Promise<string> {
  try {
    return shown(await workOn(bytes)).join()
  } catch (error) {
    if (error instanceof Refused) return error.reason
    throw error
  }
}

describe('a picture', () => {
  it('is kept in widths up to its own, and once for what knows no WebP', async () => {
    const made = await workOn(await jpeg(2000, 1000))
    expect(shown(made)).toEqual([
      'image/webp 480x240',
      'image/webp 960x480',
      'image/webp 1600x800',
      'image/jpeg 960x480',
    ])
    expect([made.sniffed, made.width, made.height]).toEqual(['image/jpeg', 2000, 1000])
    expect(shown(await workOn(await jpeg(700, 70)))).toEqual([
      'image/webp 480x48',
      'image/webp 700x70',
      'image/jpeg 700x70',
    ])
    expect(shown(await workOn(await jpeg(20, 30)))).toEqual(['image/webp 20x30', 'image/jpeg 20x30'])
  })

  it('that lets through what is behind it stays so', async () => {
    const made = await workOn(await clearPng(100, 50))
    expect(shown(made)).toEqual(['image/webp 100x50', 'image/png 100x50'])
    for (const { content } of made.files) expect((await sharp(content).metadata()).hasAlpha).toBe(true)
  })

  it.each([
    ['image/webp', webp],
    ['image/avif', avif],
    ['image/gif', gif],
  ] as const)('of type %s is read', async (type, make) => {
    expect((await workOn(await make(64, 32))).sniffed).toBe(type)
  })

  it('is turned the way up that the camera noted, and nothing of the note, the place or the owner is left', async () => {
    const given = await photograph(600, 300)
    const { exif } = await sharp(given).metadata()
    // The notes are there, or the test would show nothing.
    for (const word of cameraWords) expect(exif?.toString('latin1')).toContain(word)
    // The tag that leads to the place (Exif 3.0, 4.6.3), in either order of its bytes.
    expect([0x8825, 0x2588].some((tag) => exif?.includes(Buffer.from([tag >> 8, tag & 0xff])))).toBe(true)
    const made = await workOn(given)
    expect([made.width, made.height]).toEqual([300, 600])
    for (const { content } of made.files) {
      const facts = await sharp(content).metadata()
      expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      for (const word of [...cameraWords, 'Exif', 'GPS'])
        expect(Buffer.from(content).includes(word)).toBe(false)
    }
  })

  it('leaves behind what stands after its end', async () => {
    const two = Buffer.concat([await jpeg(40, 40), Buffer.from('<script>alert(1)</script>PK\x05\x06')])
    for (const { content } of (await workOn(two)).files)
      expect(Buffer.from(content).includes('script')).toBe(false)
  })

  it.each([
    ['too many pixels', async () => bombPng(50_000, 50_000), 'pixels'],
    ['more pixels than it has', async () => bombPng(4_000, 4_000), 'broken'],
    ['an early end', async () => (await jpeg(800, 800)).subarray(0, 1_500), 'broken'],
    ['a head alone', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'broken'],
    ['the own format of a telephone', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['a type that is not taken', async () => Buffer.from('BM whatever'), 'type'],
    ['a page as a picture', async () => Buffer.from('<!doctype html><svg></svg>'), 'type'],
    ['nothing', async () => Buffer.alloc(0), 'type'],
  ])('with %s is refused', async (_, make, reason) => expect(await refusal(await make())).toBe(reason))
})

describe('a drawing', () => {
  const square = '<rect width="40" height="20" fill="#ad321d"/>'
  it('is kept as pixels, as wide as it is shown at most', async () => {
    expect(shown(await workOn(svg(square)))).toEqual([
      'image/webp 480x240',
      'image/webp 960x480',
      'image/webp 1600x800',
      'image/png 960x480',
    ])
  })

  it('leaves its script behind', async () => {
    const made = await workOn(
      svg(`<script>alert(1)</script><foreignObject/><rect onload="a()" ${square.slice(5)}`),
    )
    expect(made.files.some(({ content }) => Buffer.from(content).includes('alert'))).toBe(false)
  })

  it('fetches nothing', async () => {
    let asked = 0
    const server = createServer((_request, response) => void response.end(String(asked++)))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const outside = [`${origin}/a.png`, `file://${import.meta.filename}`, '/etc/passwd']
    for (const target of outside)
      await refusal(
        svg(
          `<image href="${target}" width="9" height="9"/><style>rect{fill:url(${target})}</style>${square}`,
        ),
      )
    server.close()
    expect(asked).toBe(0)
  })

  it.each([
    [
      'entities',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>').toString()}`,
    ],
    ['what includes', svg('<xi:include href="x"/>').toString()],
  ])('with %s is refused', async (_, text) => {
    // Entities before the root are no drawing that is known; inside they grow.
    expect(['active', 'type']).toContain(await refusal(Buffer.from(text)))
  })

  it('that says it is without end is refused', async () => {
    expect(await refusal(svg(square, 'width="900000" height="900000"'))).toBe('pixels')
  })
})

describe('a document', () => {
  it('is kept as it was given, with its pages counted', async () => {
    const given = pdf({ pages: 3 })
    const made = await workOn(given)
    expect([
      made.pages,
      made.files[0]?.type,
      Buffer.from(made.files[0]?.content ?? []).equals(given),
    ]).toEqual([3, 'application/pdf', true])
  })

  it('counts pages that are packed', async () => {
    const more = stream('10 0 << /Type /Page >> << /Type/Page >>', '/Type /ObjStm /N 2 /First 5')
    expect((await workOn(pdf({ pages: 0, more }))).pages).toBe(2)
  })

  const action = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  it.each([
    ['a program', pdf({ catalog: `/OpenAction ${action}` }), 'active'],
    ['a program by another spelling', pdf({ catalog: '/OpenAction << /S /J#61va#53cript >>' }), 'active'],
    ['a program that is packed', pdf({ more: stream(`5 0 ${action}`, '/Type /ObjStm') }), 'active'],
    ['a program in what says it is a picture', pdf({ more: stream(action, '/Subtype /Image') }), 'active'],
    ['a call of a program', pdf({ catalog: '/OpenAction << /S /Launch /F (cmd) >>' }), 'active'],
    ['a file in it', pdf({ catalog: '/Names << /EmbeddedFiles 7 0 R >>' }), 'active'],
    ['a form', pdf({ catalog: '/AcroForm << /XFA 7 0 R >>' }), 'active'],
    [
      'a password',
      pdf({ catalog: '', more: '' }).toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root'),
      'locked',
    ],
    ['no page', pdf({ pages: 0 }), 'broken'],
    ['too many pages', pdf({ pages: mostPages + 1 }), 'pages'],
    ['an early end', pdf().subarray(0, -8), 'broken'],
    ['another file behind it', Buffer.concat([pdf(), Buffer.from(`PK\x05\x06${'x'.repeat(90)}`)]), 'active'],
    [
      'objects packed in an unusual way',
      pdf({ more: stream('x', '/Type /ObjStm /DecodeParms << /Predictor 12 >>') }),
      'broken',
    ],
    ['a bomb', pdf({ more: stream(Buffer.alloc(mostUnpacked + 1), '') }), 'effort'],
  ])('with %s is refused', async (_, bytes, reason) => {
    expect(await refusal(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)).toBe(reason)
  })
})
