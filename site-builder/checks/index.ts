/** Checks of a site before it goes live. Pure; runs in the browser too. Dead links elsewhere: `./dead-links`. */
export { answered } from './answered.ts'
export { check, mostOfOneRule } from './check.ts'
export type { Finding, Rule, Severity } from './finding.ts'
export { rules } from './rules/index.ts'
export { outwardLinks, type OutwardLinkOnPage } from './outward-links.ts'
export { parseSensitiveWords, sensitiveBounds } from './sensitive-words.ts'
export type { SensitiveTable, SensitiveWord } from './sensitive-words.ts'
export type { CheckedSite, Closure, DrawnPage, SiteFacts, VisitingFacts } from './site.ts'
