/** All rules over a site. */
import { words } from '@shuxiang/vocabulary'
import type { Finding, Found, Rule } from './finding.ts'
import { readPage } from './read-page.ts'
import { rules } from './rules/index.ts'
import type { CheckedSite } from './site.ts'

/** Findings of one rule that are told one by one; how many more there are is told in one sentence. */
export const mostOfOneRule = 40

function bounded(found: readonly Found[]): readonly Found[] {
  const told = [...found].sort(graver).slice(0, mostOfOneRule)
  const more = found.length - told.length
  const last = told.at(-1)
  if (more < 1 || !last) return told
  const rest: Found = {
    severity: last.severity,
    page: null,
    words: words(
      `同类的问题还有 ${more} 处，改好前面的再检查就会列出。`,
      `There are ${more} more of the same kind; mend these, check again, and they are listed.`,
    ),
  }
  return [...told, rest]
}

const graver = (one: Found, other: Found): number =>
  Number(one.severity === 'warns') - Number(other.severity === 'warns')

/** What is found in a site: what keeps it from being published first. Empty when all is well. */
export function check(site: CheckedSite, wanted: readonly Rule[] = rules): readonly Finding[] {
  const read = site.drawn.map((page) => readPage(page, Object.keys(site.pages.get(page.path)?.blocks ?? {})))
  const checkable = { ...site, read }
  return wanted
    .flatMap((rule) => bounded(rule.find(checkable)).map((found) => ({ rule: rule.name, ...found })))
    .sort(graver)
}
