// Files of a sitemap: places in, compressed XML out, within the bounds of the protocol (sitemaps.org/protocol.html).
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** One address of the portal and when what it shows last changed, if that is known. */
export interface Place {
  readonly path: string
  readonly changed: Date | null
}

export interface Bounds {
  readonly urls: number
  /** Bytes of a file before it is compressed. */
  readonly bytes: number
}

export const protocolBounds: Bounds = { urls: 50_000, bytes: 50 * 1024 * 1024 }

/** A file that was written: its name without `.gz`, and the newest change of its places. */
export interface Written {
  readonly name: string
  readonly changed: Date | null
  readonly urls: number
}

const compress = promisify(gzip)
const opening = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const around = { url: 'urlset', sitemap: 'sitemapindex' } as const
/** More than the elements around the places take. */
const frameBytes = 200

export interface FilesOptions {
  readonly folder: string
  readonly origin: string
  readonly bounds: Bounds
}

/** Files `sitemap-<section>-<n>.xml` of one section. Written whole and put into place, so a reader never sees half. */
export function sectionFiles(
  { folder, origin, bounds }: FilesOptions,
  section: string,
): { add(place: Place): Promise<void>; close(): Promise<readonly Written[]> } {
  const written: Written[] = []
  let lines: string[] = []
  let bytes = frameBytes
  let changed: Date | null = null

  async function flush(): Promise<void> {
    if (lines.length === 0) return
    const name = `sitemap-${section}-${written.length + 1}.xml`
    const urls = lines.length
    await writeCompressed(folder, name, xml('url', lines))
    written.push({ name, changed, urls })
    lines = []
    bytes = frameBytes
    changed = null
  }

  return {
    async add(place) {
      const line = entry('url', origin + place.path, place.changed)
      const size = Buffer.byteLength(line) + 1
      if (lines.length >= bounds.urls || bytes + size > bounds.bytes) await flush()
      lines.push(line)
      bytes += size
      if (place.changed && (changed === null || place.changed > changed)) changed = place.changed
    },
    async close() {
      await flush()
      return written
    },
  }
}

/** The index `sitemap.xml`, which names the files. */
export async function writeIndex(
  { folder, origin }: Pick<FilesOptions, 'folder' | 'origin'>,
  files: readonly Written[],
): Promise<void> {
  const lines = files.map(({ name, changed }) => entry('sitemap', `${origin}/${name}`, changed))
  await writeCompressed(folder, 'sitemap.xml', xml('sitemap', lines))
}

function xml(kind: keyof typeof around, lines: readonly string[]): string {
  const frame = around[kind]
  return `${opening}<${frame} xmlns="${schema}">\n${lines.join('\n')}\n</${frame}>\n`
}

function entry(kind: keyof typeof around, address: string, changed: Date | null): string {
  const date = changed === null ? '' : `<lastmod>${changed.toISOString()}</lastmod>`
  return `<${kind}><loc>${escaped(address)}</loc>${date}</${kind}>`
}

const escaped = (address: string): string =>
  address
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

async function writeCompressed(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.draft`)
  await writeFile(draft, await compress(text))
  await rename(draft, join(folder, `${name}.gz`))
}
