// SiteDomain: a host as who looks after it sees it.
import { domainToUnicode } from 'node:url'
import { unavailable } from '@shuxiang/subgraph-kit'
import { proofAt, proofOf } from '../../domains/proof.ts'
import type { SiteDomainResolvers } from '../../schema/types.generated.ts'
import { librariesByIds } from '../../store/read.ts'
import { primaryOf } from './origin.ts'

const states = { claimed: 'CLAIMED', active: 'ACTIVE', retired: 'RETIRED' } as const

export const SiteDomain: SiteDomainResolvers = {
  id: ({ _id }) => _id,
  async library({ site }, _args, { db, signal }) {
    const [found] = await librariesByIds(db, [site], { signal })
    if (!found) throw unavailable(`The library ${site} is not in the list of libraries.`)
    return found
  },
  host: ({ host }) => host,
  name: ({ host }) => domainToUnicode(host),
  state: ({ state }) => states[state],
  async role({ state, host, site }, _args, context) {
    if (state !== 'active') return null
    return (await primaryOf(context, site))?.host === host ? 'PRIMARY' : 'ALIAS'
  },
  recordAt: ({ host }) => proofAt(host),
  recordText: ({ challenge }) => proofOf(challenge),
  claimedAt: ({ claimedAt }) => claimedAt.toISOString(),
  checkedAt: (doc) => (doc.state === 'claimed' ? null : doc.checkedAt.toISOString()),
  lostSince: (doc) => (doc.state === 'claimed' ? null : (doc.lostSince?.toISOString() ?? null)),
  quarantineUntil: (doc) => (doc.state === 'claimed' ? null : (doc.quarantineUntil?.toISOString() ?? null)),
}
