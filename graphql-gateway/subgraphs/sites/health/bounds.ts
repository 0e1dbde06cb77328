// Bounds of judging sites.
const hour = 60 * 60_000
export const day = 24 * hour

/** Faults of one kind that are told of a site; how many there are is told beside them. */
export const mostFaults = 20
/** Milliseconds from one look at a site to the next. */
export const judgedEvery = day
/** Milliseconds after which a look that could not be finished is tried again; each further one doubles it, up to a day. */
export const firstPause = hour
/** Milliseconds for which the answer of an address counts. */
export const linkLasts = { alive: 7 * day, dead: day }
/** Times one after the other, a day apart, that an address does not answer before a site is told. */
export const deadAfter = 2
/** Days for which an answer is kept that no site asked for. */
export const linksKeptFor = 30
/** Sites in the roll-up of a region, at most: more than the nation has libraries. */
export const mostSites = 10_000
