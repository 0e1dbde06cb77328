/** `/_offers`: what the installed microfrontends offer for pages of blocks, for who edits pages and for who checks them. */
import { sendJson, type Exchange } from '../http/exchange.ts'
import type { LivePlan } from '../releases/live-plan.ts'
import { installedOffers } from './offers.ts'

export async function serveOffers(
  { live, allReleases = live }: { readonly live: LivePlan; readonly allReleases?: LivePlan },
  exchange: Exchange,
): Promise<void> {
  sendJson(exchange, 200, { offers: installedOffers(await allReleases.plan()) })
}
