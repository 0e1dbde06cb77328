// Query.siteHistory and publications: what was published, by whom and when, for those who work on the site.
import { textsOf } from '@shuxiang/subgraph-kit'
import { historyOf, publicationsOf } from '../../releases/read.ts'
import type {
  HistoricReleaseResolvers,
  PublicationResolvers,
  QueryResolvers,
} from '../../schema/types.generated.ts'
import { openSiteNamed } from './named-site.ts'

export const siteHistory: QueryResolvers['siteHistory'] = async (_, { site }, context) => {
  const { _id, live } = await openSiteNamed(context, site, 'page.draft')
  const releases = await historyOf(context.db, _id, context.signal)
  return releases.map((release) => ({ release, live: live?.release === release.number }))
}

export const publications: QueryResolvers['publications'] = async (_, { site }, context) => {
  const { _id } = await openSiteNamed(context, site, 'page.draft')
  return [...(await publicationsOf(context.db, _id, context.signal))]
}

const reasons = { publish: 'PUBLISH', refresh: 'REFRESH', rollback: 'ROLLBACK' } as const
const states = {
  asked: 'ASKED',
  rendering: 'RENDERING',
  live: 'LIVE',
  refused: 'REFUSED',
  superseded: 'SUPERSEDED',
} as const

const nameOf = ({ by, name }: { readonly by: string | null; readonly name: string }): string | null =>
  by === null ? null : name

export const HistoricRelease: HistoricReleaseResolvers = {
  number: ({ release }) => release.number,
  why: ({ release }) => reasons[release.why],
  of: ({ release }) => release.of,
  by: ({ release }) => nameOf(release),
  at: ({ release }) => (release.liveAt ?? release.at).toISOString(),
  live: ({ live }) => live,
  changed: ({ release }) => [...release.changed],
  stale: ({ release }) => release.stale.length > 0,
}

export const Publication: PublicationResolvers = {
  number: ({ number }) => number,
  state: ({ state }) => states[state],
  by: (doc) => nameOf(doc),
  at: ({ at }) => at.toISOString(),
  dueAt: ({ dueAt }) => dueAt.toISOString(),
  findings: ({ findings = [] }) =>
    findings.map(({ words, ...finding }) => ({ field: null, ...finding, words: textsOf(words) })),
}
