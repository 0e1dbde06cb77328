// Files of a sitemap: places in, compressed XML out, within the bounds of the protocol (sitemaps.org/protocol.html).
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

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

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const around = { url: 'urlset', sitemap: 'sitemapindex' } as const
/** More than the elements around the places take. */
const frameBytes = 200
/** Characters that are compressed at once. */
const chunk = 64 * 1024

export interface FilesOptions {
  readonly folder: string
  readonly origin: string
  readonly bounds: Bounds
}

export interface Section {
  add(place: Place): Promise<void>
  close(): Promise<readonly Written[]>
  /** Ends without a result; what was begun is left for the next build to take away. */
  discard(): void
}

/** Files `sitemap-<section>-<n>.xml` of one section, one of them open at a time and none of it kept in memory. */
export function sectionFiles({ folder, origin, bounds }: FilesOptions, section: string): Section {
  const written: Written[] = []
  let file: CompressedFile | null = null
  let urls = 0
  let bytes = frameBytes
  let changed: Date | null = null

  async function flush(): Promise<void> {
    if (file === null) return
    await file.close()
    written.push({ name: file.name, changed, urls })
    file = null
    urls = 0
    bytes = frameBytes
    changed = null
  }

  return {
    async add(place) {
      const line = entry('url', origin + place.path, place.changed)
      const size = Buffer.byteLength(line)
      if (urls >= bounds.urls || bytes + size > bounds.bytes) await flush()
      file ??= compressedFile(folder, `sitemap-${section}-${written.length + 1}.xml`, 'url')
      urls += 1
      bytes += size
      if (place.changed && (changed === null || place.changed > changed)) changed = place.changed
      await file.write(line)
    },
    async close() {
      await flush()
      return written
    },
    discard: () => file?.discard(),
  }
}

/** The index `sitemap.xml`, which names the files. */
export async function writeIndex(
  { folder, origin }: Pick<FilesOptions, 'folder' | 'origin'>,
  files: readonly Written[],
): Promise<void> {
  const index = compressedFile(folder, 'sitemap.xml', 'sitemap')
  for (const { name, changed } of files) await index.write(entry('sitemap', `${origin}/${name}`, changed))
  await index.close()
}

function entry(kind: keyof typeof around, address: string, changed: Date | null): string {
  const date = changed === null ? '' : `<lastmod>${changed.toISOString()}</lastmod>`
  return `<${kind}><loc>${escaped(address)}</loc>${date}</${kind}>\n`
}

const escaped = (address: string): string =>
  address
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

interface CompressedFile {
  readonly name: string
  write(line: string): Promise<void>
  /** Puts the whole file into its place: a reader never sees half. */
  close(): Promise<void>
  discard(): void
}

function compressedFile(folder: string, name: string, kind: keyof typeof around): CompressedFile {
  const draft = join(folder, `${name}.draft`)
  const gzip = createGzip()
  const saved = pipeline(gzip, createWriteStream(draft))
  // Asked for at the end; until then a full disk is told by the stream.
  saved.catch(() => undefined)
  let waiting = `${opening}<${around[kind]} xmlns="${schema}">\n`

  return {
    name,
    async write(line) {
      waiting += line
      if (waiting.length < chunk) return
      const full = waiting
      waiting = ''
      // A stream that has failed already drains no more.
      if (!gzip.write(full)) await Promise.race([once(gzip, 'drain'), saved])
    },
    async close() {
      gzip.end(`${waiting}</${around[kind]}>\n`)
      await saved
      await rename(draft, join(folder, `${name}.gz`))
    },
    discard: () => void gzip.destroy(),
  }
}
