/** What the portal is served with, for a branch site: the same addresses in its own name, every question for its library. */
import { clientFor } from '@shuxiang/gateway-client'
import type { RouteParts } from '../routes.ts'
import type { Renderers } from '../rendering/renderers.ts'
import { onceFor } from '../releases/once-for.ts'
import type { Site } from './site.ts'

export function sitePartsOf<Parts extends RouteParts>(
  portal: Parts,
  renderers: Renderers,
): (site: Site) => Parts {
  return onceFor((site: Site) => {
    const client = clientFor(site.code, portal.client)
    return {
      ...portal,
      site,
      publicOrigin: site.origin,
      builderPaths: () => site.paths,
      edge: () => site.edge,
      client,
      renderers: renderers.forTenant(site.code),
      proxy: (exchange) => portal.proxy(exchange, site.code),
      builder: { ...portal.builder, client, seeds: new Map() },
    }
  })
}
