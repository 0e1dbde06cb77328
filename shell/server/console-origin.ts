/** Portal and console on origins of their own: each knows its own pages only, and leads to the other for the rest. */
import type { Place } from '@shuxiang/process/place'
import { sendPlain, sendRedirect, sendText, type Exchange } from './http/exchange.ts'
import { findPage } from './pages/find-page.ts'
import { serveMicrofrontendPage } from './pages/microfrontend-page.ts'
import type { LivePlan, Plan } from './releases/live-plan.ts'
import { planOfSignIn } from './releases/of-sign-in.ts'
import { onceFor } from './releases/once-for.ts'
import { READ, routeAt, type RouteParts } from './routes.ts'

const FIRST_PAGE = '/console'

/** Pages of the console, as the portal knows of them. */
export type StaffPages = Pick<RouteParts, 'live' | 'publicOrigin'>

interface Parts extends RouteParts {
  readonly place?: Place
  readonly staffPages?: StaffPages
}

/** The parts for each origin: pages, addresses and modules of the other are none of its own. */
export function placesOf<P extends Parts>(
  parts: P,
  consoleOrigin: string,
): { readonly portal: P; readonly console: P } {
  const live = planFor(parts.live, 'console')
  const both = { ...parts, allReleases: parts.live }
  return {
    portal: {
      ...both,
      place: 'portal',
      live: planFor(parts.live, 'portal'),
      staffPages: { live, publicOrigin: consoleOrigin },
    },
    console: { ...both, place: 'console', live, publicOrigin: consoleOrigin },
  }
}

function planFor(live: LivePlan, place: Place): LivePlan {
  const own = onceFor((plan: Plan): Plan => ({
    ...planOfSignIn(plan, place === 'console' ? 'staff' : 'reader'),
    place,
  }))
  return { plan: async () => own(await live.plan()), asset: (path) => live.asset(path) }
}

/** Whether an address of the portal or a site is a page of the console; then leads there. */
export async function leadsToConsole(
  { live, publicOrigin }: StaffPages,
  exchange: Exchange,
): Promise<boolean> {
  if (findPage(await live.plan(), exchange.url.pathname) === null) return false
  leadTo(exchange, publicOrigin)
  return true
}

/** Answers on the console's origin. */
export async function serveConsole(parts: RouteParts, exchange: Exchange): Promise<void> {
  const { url, request } = exchange
  const path = url.pathname
  if (path === '/robots.txt')
    return sendText(
      exchange,
      200,
      { 'content-type': 'text/plain; charset=utf-8' },
      'User-agent: *\nDisallow: /\n',
    )
  const known = routeAt(path)
  const methods = known?.onConsole ? known.methods : READ
  if (methods !== null && !methods.includes(request.method ?? 'GET')) {
    const allow = methods.join(', ')
    return sendPlain(exchange, 405, `This address answers ${allow}.`, { allow })
  }
  if (known?.onConsole) return known.serve(parts, exchange)
  if (path === '/') return sendRedirect(exchange, 307, FIRST_PAGE)
  const match = findPage(await parts.live.plan(), path)
  if (match) return serveMicrofrontendPage(parts, parts.renderers, exchange, match)
  leadTo(exchange, parts.portalOrigin)
}

/** The same address there; a path never begins with two slashes here, which would be a host. */
function leadTo(exchange: Exchange, origin: string): void {
  const { pathname, search } = exchange.url
  sendRedirect(exchange, 307, `${origin}${pathname}${search}`)
}
