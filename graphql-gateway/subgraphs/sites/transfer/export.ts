// A site as it travels: its drafts and facts, and the pictures and files that its pages name.
import type { PageDoc } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import type { PageRules } from '../editing/ports.ts'
import { storedDocument } from '../editing/read-document.ts'
import { sitePagesIn, sitesIn, type SitePageDoc } from '../store/documents.ts'
import { mostPages } from '../store/read.ts'
import type { SiteContent } from './content.ts'
import type { ExportPorts } from './ports.ts'
import { assetsNamed, withIds } from './references.ts'

/** Null when there is no such site. Ids are counted in the order of addresses, so that equal sites come out equal. */
export async function exportSite(
  db: Db,
  code: string,
  rules: PageRules,
  { assetsOf }: ExportPorts,
): Promise<SiteContent | null> {
  const site = await sitesIn(db).findOne({ _id: code })
  if (!site) return null
  const pages = await sitePagesIn(db)
    .find({ site: code })
    .sort({ site: 1, path: 1 })
    .limit(mostPages)
    .toArray()
  const drafts = pages.map((page, n) => ({
    page,
    id: `page-${String(n + 1).padStart(4, '0')}`,
    doc: storedDocument(page.document, rules),
  }))
  const pageIds = new Map(drafts.map(({ page, id }) => [page._id, id]))
  const named = [
    ...new Set([...assetsNamed(drafts.map(({ doc }) => doc)), ...(site.logo ? [site.logo] : [])]),
  ]
  const found = await assetsOf(code, named)
  const there = named.filter((id) => found.has(id))
  const assetIds = new Map(there.map((id, n) => [id, `asset-${String(n + 1).padStart(18, '0')}`]))
  const documents = drafts.map(({ id, doc }): [string, PageDoc] => [
    id,
    withIds(doc, { page: (one) => pageIds.get(one) ?? null, asset: (one) => assetIds.get(one) ?? null }),
  ])
  const assets = there.flatMap((id) => {
    const [local, asset] = [assetIds.get(id), found.get(id)]
    return local && asset ? [{ local, ...asset }] : []
  })
  const { names, seal, theme, menu, template, languages, filings, reviewSteps } = site
  const logo = site.logo && assetIds.get(site.logo)
  return {
    site: {
      ...{ names: { ...names }, seal, theme, template },
      ...(logo && { logo }),
      menu: menu.map(({ path, words }) => ({ path, words: { ...words } })),
      ...(languages && { languages: [...languages] }),
      ...(filings && { filings: { icp: filings.icp, publicSecurity: filings.publicSecurity } }),
      ...(reviewSteps && { reviewSteps }),
      pages: inOrder(drafts, site.order ?? []).map(({ id, page }) => ({
        id,
        path: page.path,
        formerPaths: [...(page.formerPaths ?? [])],
      })),
      assets: assets.map(({ local, description }) => ({ id: local, ...description })),
    },
    documents: new Map(documents),
    files: new Map(assets.map(({ local, bytes }) => [local, bytes])),
  }
}

function inOrder<Draft extends { readonly page: SitePageDoc }>(
  drafts: readonly Draft[],
  order: readonly string[],
): readonly Draft[] {
  const place = ({ page }: Draft): number =>
    order.includes(page._id) ? order.indexOf(page._id) : order.length
  return [...drafts].sort((a, b) => place(a) - place(b))
}
