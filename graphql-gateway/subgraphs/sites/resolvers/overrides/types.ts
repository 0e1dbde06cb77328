// Override, SiteEdge and TakenDown
import { textsOf } from '@shuxiang/subgraph-kit'
import { nation } from '../../overrides/documents.ts'
import { edgeOf, isInForce } from '../../overrides/read.ts'
import type {
  OverrideResolvers,
  QueryResolvers,
  SiteEdgeResolvers,
  SiteResolvers,
  TakenDownResolvers,
} from '../../schema/types.generated.ts'

const kinds = { emergency: 'EMERGENCY', grey: 'MOURNING', 'take-down': 'TAKE_DOWN' } as const
const isRegion = (over: string): boolean => /^\d\d$/.test(over)

export const Override: OverrideResolvers = {
  id: ({ _id }) => _id,
  kind: ({ kind }) => kinds[kind],
  region: ({ over }) => (isRegion(over) ? over : null),
  site: ({ over }) => (over === nation || isRegion(over) ? null : over),
  path: ({ path }) => path,
  words: ({ words }) => textsOf(words),
  from: ({ from }) => from.toISOString(),
  until: ({ until }) => until?.toISOString() ?? null,
  endedAt: ({ endedAt }) => endedAt?.toISOString() ?? null,
  by: ({ name }) => name,
  inForce: (doc, _args, { now }) => isInForce(doc, new Date(now())),
}

export const SiteEdge: SiteEdgeResolvers = {
  emergencies: ({ emergencies }) => emergencies.map(({ words }) => textsOf(words)),
  grey: ({ grey }) => grey,
  takenDown: ({ takenDown }) => [...takenDown],
}

export const TakenDown: TakenDownResolvers = {
  path: ({ path }) => path,
  words: ({ words }) => textsOf(words),
}

export const edge: QueryResolvers['edge'] = (_, _args, { db, now, tenant, signal }) =>
  edgeOf(db, tenant, new Date(now()), signal)

export const siteEdge: SiteResolvers['edge'] = ({ _id }, _args, { db, now, signal }) =>
  edgeOf(db, _id, new Date(now()), signal)
