// How many hosts, how often, how long.

const hour = 3_600_000
const day = 24 * hour

/** Hosts of one site, claims included. */
export const mostHosts = 10
/** Looks for one proof within `triesWithin`: each asks the domain name system. */
export const mostTries = 10
export const triesWithin = hour
/** A claim that nobody proves is forgotten after this. */
export const claimLasts = 30 * day
/** A retired host is nobody else's for so long: links to it, and mail, may still mean the library that had it. */
export const quarantine = 90 * day
/** From one look at a proof to the next. */
export const recheckEvery = day
/** A proof that is gone for so long is told; the host goes on serving. */
export const toldAfter = 7 * day
/** Proofs that one run of the job looks at. */
export const checkedAtOnce = 100
