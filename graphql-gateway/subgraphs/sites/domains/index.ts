// Door for those who look after hosts of sites without the graph.
export { makePrimary, retire } from './change.ts'
export { claim } from './claim.ts'
export { claimId, type DomainDoc } from './documents.ts'
export { hostFaults, hostsOf, readHost } from './host.ts'
export { proofAt, proofOf } from './proof.ts'
export { prove } from './prove.ts'
export { domainById, domainsOf } from './read.ts'
export { isLive } from '../store/read.ts'
