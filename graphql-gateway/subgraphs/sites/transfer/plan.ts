// What importing a site would do, and why it may not: through the same boundary as editing. Nothing is stored.
import { createHash } from 'node:crypto'
import { canonicalJson, parsePage, type PageDoc } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import { longestDocument } from '../editing/bounds.ts'
import { readPath } from '../editing/input.ts'
import { readChange } from '../resolvers/editing/site.ts'
import { librariesIn, sitePagesIn, sitesIn, type SiteDoc } from '../store/documents.ts'
import type { SiteFile } from './content.ts'
import type { OpenedArchive } from './archive.ts'
import type { ArrivingAsset, ImportPorts } from './ports.ts'
import { withIds } from './references.ts'

/** A page as it will be stored. */
export interface PlannedPage {
  readonly id: string
  readonly path: string
  readonly document: string
  readonly title: PageDoc['meta']['title']
  readonly formerPaths: readonly string[]
}

export type SiteFacts = Pick<
  SiteDoc,
  'names' | 'seal' | 'logo' | 'theme' | 'menu' | 'template' | 'languages' | 'filings' | 'reviewSteps'
>

export interface ImportPlan {
  readonly site: string
  /** Of the content that is imported. */
  readonly hash: string
  /** The library has no site yet. */
  readonly opens: boolean
  readonly facts: SiteFacts
  readonly pages: readonly PlannedPage[]
  readonly assets: readonly ArrivingAsset[]
  /** Addresses of pages that are made, that become other ones, and that go into the bin. */
  readonly made: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export type Planned =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Faults are whole sentences; with one of them nothing at all is imported. */
export async function planImport(
  db: Db,
  code: string,
  { content, hash }: Pick<OpenedArchive, 'content' | 'hash'>,
  ports: ImportPorts,
): Promise<Planned> {
  const faults: string[] = []
  const attempt = <Value>(read: () => Value): Value | null => {
    try {
      return read()
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error))
      return null
    }
  }
  const [library, site, stored] = await Promise.all([
    librariesIn(db).findOne({ _id: code }, { projection: { _id: 1 } }),
    sitesIn(db).findOne({ _id: code }),
    sitePagesIn(db).find({ site: code }).sort({ site: 1, path: 1 }).toArray(),
  ])
  if (!library) return { ok: false, faults: [`There is no library with the code ${code}.`] }
  if (site?.state === 'closed') faults.push('The site of this library was closed. Open it first.')
  const facts = attempt(() => factsOf(content.site, ports.themes))
  const byPath = new Map(stored.map((page) => [page.path, page]))
  const ids = new Map(
    content.site.pages.map(({ id, path }) => [id, byPath.get(path)?._id ?? newPageId(code, hash, path)]),
  )
  const assets = content.site.assets.map(({ id, ...description }) => ({
    id,
    arriving: {
      ...{ library: code, key: id, description },
      bytes: content.files.get(id) ?? new Uint8Array(),
    },
  }))
  const assetIds = new Map(assets.map(({ id, arriving }) => [id, ports.assetId(arriving)]))
  const paths = content.site.pages.map(({ path }) => path)
  if (!paths.includes('/')) faults.push('The site in the file has no home page.')
  if (new Set(paths).size !== paths.length) faults.push('Two pages of the file have one address.')
  const pages = content.site.pages.flatMap(({ id, path, formerPaths }): PlannedPage[] => {
    const doc = content.documents.get(id)
    const about = (sentence: string): string => `Page ${path.slice(0, 200)}: ${sentence}`
    const address = path === '/' ? path : attempt(() => readPath(path))
    for (const former of formerPaths) attempt(() => readPath(former))
    if (!doc || address === null) return []
    const mapped = withIds(doc, {
      page: (one) => ids.get(one) ?? null,
      asset: (one) => assetIds.get(one) ?? null,
    })
    // Carried over to what the blocks are now before anything is asked of them.
    const migrated = attempt(() => ports.pageRules.migrate(mapped))
    const parsed = migrated && parsePage(migrated)
    if (!parsed) return []
    if (!parsed.ok) {
      faults.push(about(`${parsed.faults[0]?.path} ${parsed.faults[0]?.message}.`))
      return []
    }
    faults.push(
      ...ports.pageRules.faults(null, parsed.value).map((one) => about(`${one.path}: ${one.words.en}`)),
    )
    const document = canonicalJson(parsed.value)
    if (document.length > longestDocument)
      faults.push(about(`it is longer than ${longestDocument} characters.`))
    return [{ id: ids.get(id) ?? '', path: address, document, title: parsed.value.meta.title, formerPaths }]
  })
  const arriving = assets.map((one) => one.arriving)
  const bytes = arriving.reduce((sum, one) => sum + one.bytes.length, 0)
  const noRoom = await ports.assetRoom(code, [...assetIds.values()], bytes)
  if (noRoom !== null) faults.push(noRoom)
  if (faults.length > 0 || !facts) return { ok: false, faults }
  const coming = new Set(paths)
  return {
    ok: true,
    plan: {
      ...{ site: code, hash, opens: site === null, pages, assets: arriving },
      facts: { ...facts, ...(content.site.logo && { logo: assetIds.get(content.site.logo) ?? '' }) },
      made: paths.filter((path) => !byPath.has(path)),
      changed: pages.flatMap(({ path, document }) => {
        const there = byPath.get(path)
        return there && there.document !== document ? [path] : []
      }),
      removed: stored.flatMap(({ path }) => (coming.has(path) ? [] : [path])),
    },
  }
}

/** The same import gives a page the same id. */
function newPageId(code: string, hash: string, path: string): string {
  const about = JSON.stringify(['import', code, hash, path])
  return `${code}:${createHash('sha256').update(about).digest('base64url').slice(0, 22)}`
}

function factsOf(site: SiteFile, themes: readonly string[]): SiteFacts {
  const texts = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([language, text]) => ({ language, text }))
  const { seal, theme, languages, filings, reviewSteps } = site
  const change = {
    ...{ names: texts(site.names), seal, theme },
    menu: site.menu.map(({ path, words }) => ({ path, words: texts(words) })),
    ...(languages && { languages }),
    ...(filings && { filings }),
    ...(reviewSteps && { reviewSteps }),
  }
  const read = readChange(change, themes)
  const { names, menu = [] } = read
  if (!/^[\w-]{1,100}$/.test(site.template)) throw new Error('The name of its template is none.')
  return {
    ...read,
    names: names ?? {},
    seal: read.seal ?? '',
    theme: read.theme ?? '',
    menu,
    template: site.template,
  }
}
