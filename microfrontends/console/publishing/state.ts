/** In one word how a site stands, from its publications and releases. */
import type { SitePublishingData } from '../operations.generated.ts'

export type Publication = NonNullable<SitePublishingData['publications']>[number]
export type Release = NonNullable<SitePublishingData['siteHistory']>[number]

export interface SiteState {
  /** `never`: nothing was ever live. `live`: what is live is what was published last, or gone back to. */
  readonly word: 'never' | 'under-way' | 'scheduled' | 'refused' | 'live'
  /** The publication that the word is of; null for what was gone back to, and for `never`. */
  readonly publication: Publication | null
  readonly live: Release | null
}

/** Both newest first. `now` in milliseconds. */
export function stateOf(
  publications: readonly Publication[],
  releases: readonly Release[],
  now: number,
): SiteState {
  const live = releases.find((release) => release.live) ?? null
  const waiting = publications.find(({ state }) => state === 'ASKED' || state === 'RENDERING')
  if (waiting) {
    const due = Date.parse(waiting.dueAt) > now
    return { word: due ? 'scheduled' : 'under-way', publication: waiting, live }
  }
  const [last] = publications.filter(({ state }) => state !== 'SUPERSEDED')
  // Gone back since: what was refused before is no longer what somebody asks about.
  const isOver = last && live && Date.parse(live.at) > Date.parse(last.at) && live.why === 'ROLLBACK'
  if (last?.state === 'REFUSED' && !isOver) return { word: 'refused', publication: last, live }
  if (!live) return { word: 'never', publication: null, live }
  return { word: 'live', publication: last && !isOver ? last : null, live }
}
