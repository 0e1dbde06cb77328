import { brotliCompress, brotliCompressSync, brotliDecompress, gzipSync } from 'node:zlib'
import { promisify } from 'node:util'
import type { GatewayClient } from '@shuxiang/gateway-client'
import { expect, it } from 'vitest'
import { openFileStore } from '../files/file-store.ts'
import { openSiteReleases } from '../sites/site-releases.ts'
import { ownBytes } from './own-bytes.ts'

const text = '一页的内容'.repeat(20)
const held = (bytes: Buffer | null | undefined): number | undefined => bytes?.buffer.byteLength

it('cuts bytes out of a larger piece, and leaves those alone that have their own', async () => {
  const packed = await promisify(brotliCompress)(text)
  const unpacked = await promisify(brotliDecompress)(packed)
  for (const bytes of [Buffer.from(text), packed, unpacked]) {
    expect(held(bytes)).toBeGreaterThan(bytes.length)
    const own = ownBytes(bytes)
    expect(own).toEqual(bytes)
    expect(held(own)).toBe(bytes.length)
    expect(ownBytes(own)).toBe(own)
  }
})

const answering = (data: unknown): GatewayClient => ({
  ask: async () => ({ data, errors: [] }),
  run: async () => null,
})

it('what a site serves holds no more memory than it counts', async () => {
  const [br, gzip] = [brotliCompressSync(text).toString('base64'), gzipSync(text).toString('base64')]
  const releases = openSiteReleases(answering({ siteArtifact: { size: text.length, br, gzip } }))
  const asset = await releases.artifact('a'.repeat(64), 'text/html')
  expect(asset?.plain.toString()).toBe(text)
  for (const bytes of [asset?.plain, asset?.br, asset?.gzip]) expect(held(bytes)).toBe(bytes?.length)
})

it('a small picture holds no more memory than it counts', async () => {
  const file = {
    type: 'image/png',
    bytes: 5,
    pieceBytes: 1_048_576,
    piece: Buffer.from('12345').toString('base64'),
  }
  const piece = await openFileStore(answering({ assetFile: file })).piece('h', 0, {
    requestId: 'r',
    signal: AbortSignal.timeout(1_000),
  })
  expect(piece?.content.toString()).toBe('12345')
  expect(held(piece?.content)).toBe(5)
})
