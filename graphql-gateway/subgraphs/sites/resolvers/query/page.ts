// Query.page
import { parsePageText, partsOf, withParts } from '@shuxiang/site-model'
import type { Db } from 'mongodb'
import type { QueryResolvers } from '../../schema/types.generated.ts'
import { servedPage, servedPublication } from '../../releases/read.ts'
import { namesParts, partsFor } from '../../releases/shared-parts.ts'
import { liveSite, pageAt } from '../../store/read.ts'

const longestPath = 500

/** With the parts that other libraries keep in their places. */
async function filled(db: Db, site: string, document: string, signal: AbortSignal): Promise<string> {
  if (!namesParts([document])) return document
  const parsed = parsePageText(document)
  if (!parsed.ok) return document
  const parts = await partsFor(db, site, partsOf(parsed.value), signal)
  return JSON.stringify(withParts(parsed.value, parts))
}

export const page: QueryResolvers['page'] = async (_, { path }, { db, now, tenant, signal }) => {
  if (!path.startsWith('/') || path.length > longestPath) return null
  if (tenant === null) return pageAt(db, path, { signal })
  const site = await liveSite(db, tenant, { signal })
  if (!site) return null
  const served = await servedPublication(db, site, new Date(now()), signal)
  const found = served && (await servedPage(db, served, { path, now: new Date(now()) }, signal))
  return found && { ...found, document: await filled(db, tenant, found.document, signal) }
}
