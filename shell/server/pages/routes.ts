/** Which microfrontend owns an address: the patterns of the releases, most specific first. */
import type { Release } from '@shuxiang/vite/release'
import type { LiveRelease, Plan } from '../releases/live-plan.ts'

export interface PageMatch {
  readonly live: LiveRelease
  readonly page: Release['pages'][number]
}

/** True when a path has the form of a pattern such as `/item/:id`; a segment with a colon matches any one segment. */
export function matchesPattern(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return false
  return wanted.every((segment, i) => (segment.startsWith(':') ? given[i] !== '' : segment === given[i]))
}

/** The page at a path, or null. A pattern with fewer parameters wins. */
export function findPage(plan: Plan, path: string): PageMatch | null {
  const parameters = (pattern: string): number => pattern.split('/:').length - 1
  let best: PageMatch | null = null
  for (const live of plan.releases) {
    for (const page of live.release.pages) {
      if (!matchesPattern(page.path, path)) continue
      if (best === null || parameters(page.path) < parameters(best.page.path)) best = { live, page }
    }
  }
  return best
}
