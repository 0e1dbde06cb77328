// The job that keeps the portal's sitemap.
import { join } from 'node:path'
import type { Job } from '@shuxiang/subgraph-kit/module'
import { keepSitemap } from './keep.ts'

/** A sitemap that cannot be built now is built at the next look; the one that is there goes on being served. */
export const sitemapJob: Job = {
  name: 'sitemap',
  every: 15_000,
  async run({ db, now, log, dataDir, publicOrigin }, signal) {
    const from = now().getTime()
    const place = { folder: join(dataDir, 'sitemap', 'portal'), origin: publicOrigin }
    const urls = await keepSitemap(db, place, now, signal)
    if (urls !== null) log.info({ urls, ms: now().getTime() - from }, 'sitemap built')
  },
}
