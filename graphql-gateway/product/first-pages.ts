// The pages that an installation begins with, as the site builder has them, and what they were in releases before.
import { portalPages } from '@shuxiang/site-templates'
import { madePages } from '@shuxiang/site-templates/made-pages'
import type { FirstPage } from '@shuxiang/subgraph-sites/module'

/** Builder documents as JSON, by path. */
export function firstPages(): ReadonlyMap<string, FirstPage> {
  return new Map(
    [...portalPages].map(
      ([path, document]) =>
        [path, { document: JSON.stringify(document()), made: madePages[path] ?? [] }] as const,
    ),
  )
}
