// Door for the job that judges sites. Loads no GraphQL.
export { day, judgedEvery, mostFaults } from './bounds.ts'
export { healthIn, type HealthDoc, type HealthFault, type HealthKind, type MendedAt } from './documents.ts'
export { dueSites, enrolSites, keepHealth, lookFailed, postponeLook } from './keep.ts'
export { deadOf, keepLinks, linksToAsk } from './links.ts'
export { latestChange } from './latest-change.ts'
