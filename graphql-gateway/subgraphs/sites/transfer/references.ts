// Ids of pages and pictures that documents name, and the same documents with other ids. Pure.
import type { Json, PageDoc } from '@shuxiang/site-model'

/** What ids become; null: they stay. */
export interface Renaming {
  page(id: string): string | null
  asset(id: string): string | null
}

/** An asset's id has 24 characters, so no word that somebody wrote is taken for one unless it is one. */
const assetId = /^[\w-]{24}$/

function renamed(text: string, { page, asset }: Renaming): string {
  const [, kind = '', id = ''] = /^(page|asset):(.*)$/s.exec(text) ?? []
  if (kind === 'page') return `page:${page(id) ?? id}`
  if (kind === 'asset') return `asset:${asset(id) ?? id}`
  return assetId.test(text) ? (asset(text) ?? text) : text
}

function inside(value: Json, renaming: Renaming): Json {
  if (typeof value === 'string') return renamed(value, renaming)
  if (Array.isArray(value)) return value.map((one) => inside(one, renaming))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inside(one, renaming)]))
}

/** Only fields of blocks name anything. */
export function withIds(doc: PageDoc, renaming: Renaming): PageDoc {
  const blocks = Object.entries(doc.blocks).map(([id, block]) => [
    id,
    {
      ...block,
      fields: Object.fromEntries(
        Object.entries(block.fields).map(([name, value]) => [name, inside(value, renaming)]),
      ),
    },
  ])
  return { ...doc, blocks: Object.fromEntries(blocks) }
}

/** Texts that may be ids of assets, in the order in which they are met first. */
export function assetsNamed(docs: Iterable<PageDoc>): readonly string[] {
  const found = new Set<string>()
  for (const doc of docs)
    withIds(doc, {
      page: () => null,
      asset(id) {
        if (assetId.test(id)) found.add(id)
        return null
      },
    })
  return [...found]
}
