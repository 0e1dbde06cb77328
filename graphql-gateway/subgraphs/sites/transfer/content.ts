// What a site is when it travels: facts, pages and pictures, with ids of its own, and nothing of people. The boundary for what comes back.
import { canonicalJson, parsePageText, type PageDoc } from '@shuxiang/site-model'
import { z } from 'zod'
import { mostPages } from '../store/read.ts'
import { mostArchivedAssets } from './bounds.ts'

const words = z.record(z.string().max(40), z.string().max(1000))

/** What is said of a picture or a file. */
const asset = z.strictObject({
  id: z.string().regex(/^asset-\d{18}$/),
  name: z.string().max(200),
  alt: words,
  decorative: z.boolean(),
  focal: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  credit: z.string().max(1000),
  licence: z.string().max(40),
  title: words,
  language: z.string().max(40),
})
export type ArchivedAsset = z.infer<typeof asset>

const page = z.strictObject({
  id: z.string().regex(/^page-\d{4}$/),
  path: z.string().max(200),
  formerPaths: z.array(z.string().max(200)).max(20),
})

const siteFile = z.strictObject({
  names: words,
  seal: z.string().max(10),
  /** Id of one of the assets. */
  logo: z.string().max(200).optional(),
  theme: z.string().max(60),
  menu: z.array(z.strictObject({ path: z.string().max(500), words })).max(50),
  template: z.string().max(100),
  languages: z.array(z.string().max(40)).max(20).optional(),
  filings: z.strictObject({ icp: z.string().max(200), publicSecurity: z.string().max(200) }).optional(),
  reviewSteps: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** In the order in which the editor lists them. */
  pages: z.array(page).min(1).max(mostPages),
  assets: z.array(asset).max(mostArchivedAssets),
})
export type SiteFile = z.infer<typeof siteFile>

/** A site as it travels. Documents name pages and pictures by the ids of `site`. */
export interface SiteContent {
  readonly site: SiteFile
  /** By the id of the page. */
  readonly documents: ReadonlyMap<string, PageDoc>
  /** Bytes by the id of the asset. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The part of a site that is the same wherever it stands: without the bytes of pictures, which are made anew on arrival. */
export function contentText({ site, documents }: Pick<SiteContent, 'site' | 'documents'>): string {
  const pages = [...documents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, doc]) => [id, canonicalJson(doc)])
  return canonicalJson({ site: { ...site }, pages })
}

export type ReadContent =
  | { readonly ok: true; readonly content: SiteContent }
  | { readonly ok: false; readonly faults: readonly string[] }

const json = (bytes: Uint8Array | undefined): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** From the files of an archive, whoever wrote them. */
export function readContent(members: ReadonlyMap<string, Uint8Array>): ReadContent {
  const parsed = siteFile.safeParse(json(members.get('site.json')))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, faults: [`site.json is no site: ${issue?.path.join('.')}: ${issue?.message}.`] }
  }
  const site = parsed.data
  const faults: string[] = []
  const documents = new Map<string, PageDoc>()
  for (const { id, path } of site.pages) {
    const bytes = members.get(`pages/${id}.json`)
    const doc = bytes && parsePageText(Buffer.from(bytes).toString('utf8'))
    if (!doc) faults.push(`The page ${path} is missing in the file.`)
    else if (!doc.ok)
      faults.push(`The page ${path} is no page: ${doc.faults[0]?.path} ${doc.faults[0]?.message}.`)
    else if (documents.has(id)) faults.push(`Two pages are called ${id}.`)
    else documents.set(id, doc.value)
  }
  const files = new Map<string, Uint8Array>()
  for (const { id, name } of site.assets) {
    const bytes = members.get(`assets/${id}`)
    if (!bytes) faults.push(`The file ${name} is missing.`)
    else if (files.has(id)) faults.push(`Two files are called ${id}.`)
    else files.set(id, bytes)
  }
  const wanted = 3 + documents.size + files.size
  if (faults.length === 0 && members.size !== wanted) faults.push('The file holds more than the site names.')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, content: { site, documents, files } }
}
