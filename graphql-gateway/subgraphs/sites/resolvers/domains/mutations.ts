// Mutation.claimDomain, proveDomain, makePrimary, retireDomain
import { badInput } from '@shuxiang/subgraph-kit'
import { makePrimary as makeItPrimary, retire } from '../../domains/change.ts'
import { claim } from '../../domains/claim.ts'
import { hostFaults, hostsOf, readHost } from '../../domains/host.ts'
import type { TxtOf } from '../../domains/proof.ts'
import { prove } from '../../domains/prove.ts'
import type { MutationResolvers } from '../../schema/types.generated.ts'
import { domainFor, manage, noteDone, permitAtSite } from './permit.ts'

/** `ownOrigins`: addresses of the product itself. */
export const claimDomain =
  (ownOrigins: readonly string[]): MutationResolvers['claimDomain'] =>
  async (_, { library, host: given }, context) => {
    await permitAtSite(context, manage, library)
    const read = readHost(given.trim(), hostsOf(ownOrigins))
    if ('fault' in read) throw badInput(`host: ${hostFaults[read.fault]}`, read.fault)
    await noteDone(context, { site: library, host: read.host }, 'claim')
    return claim(context.db, library, read.host, new Date(context.now()))
  }

export const proveDomain =
  (txtOf: TxtOf): MutationResolvers['proveDomain'] =>
  async (_, { id }, context) => {
    const domain = await domainFor(context, id)
    if (domain.state !== 'claimed') {
      if (domain.state === 'active') return domain
      throw badInput('Claim this host again first.', 'not-claimed')
    }
    const note = (): Promise<void> => noteDone(context, domain, 'prove')
    return prove(context.db, domain, { txtOf, now: new Date(context.now()), note })
  }

export const makePrimary: MutationResolvers['makePrimary'] = async (_, { id }, context) => {
  const domain = await domainFor(context, id)
  if (domain.state !== 'active')
    throw badInput('This host does not serve the site. Prove it first.', 'not-proved')
  await noteDone(context, domain, 'make-primary')
  return makeItPrimary(context.db, domain, new Date(context.now()))
}

export const retireDomain: MutationResolvers['retireDomain'] = async (_, { id }, context) => {
  const domain = await domainFor(context, id)
  if (domain.state === 'retired') return domain
  await noteDone(context, domain, 'retire')
  return retire(context.db, domain, new Date(context.now()))
}
