/** Which microfrontend owns an address: the pattern of its releases that leaves least open. */
import { mostTelling, pathPattern } from '@shuxiang/sdk/path-pattern'
import type { Release } from '@shuxiang/vite/release'
import type { LiveRelease, Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'

export interface PageMatch {
  readonly live: LiveRelease
  readonly page: Release['pages'][number]
}

/** The page at a path, or null. */
export function findPage(plan: Pick<Plan, 'releases'>, path: string): PageMatch | null {
  return mostTelling(declaredPages(plan), path)
}

const declaredPages = onceFor(({ releases }: Pick<Plan, 'releases'>) =>
  releases.flatMap((live) =>
    live.release.pages.map((page) => ({ live, page, pattern: pathPattern(page.path) })),
  ),
)
