// SearchResults.instead, meant, missing and unfilteredCount
import type { SearchResultsResolvers } from '../../schema/types.generated.ts'

export const instead: SearchResultsResolvers['instead'] = async (page) =>
  (await page.hits({ meant: true })).instead ?? null

export const meant: SearchResultsResolvers['meant'] = async (page) => [
  ...((await page.hits({ meant: true })).meant ?? []),
]

export const missing: SearchResultsResolvers['missing'] = async (page) => [
  ...((await page.hits({})).missing ?? []),
]

export const unfilteredCount: SearchResultsResolvers['unfilteredCount'] = async (page) =>
  (await page.hits({ unfiltered: true })).unfiltered ?? null
