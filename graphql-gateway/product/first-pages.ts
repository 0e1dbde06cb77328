// The pages that a new installation begins with, as the site builder has them.
import { portalPages } from '@shuxiang/site-templates'

/** Builder documents as JSON, by path. */
export function firstPages(): ReadonlyMap<string, string> {
  return new Map([...portalPages].map(([path, document]) => [path, JSON.stringify(document())] as const))
}
