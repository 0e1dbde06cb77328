/** What is offered for browsing, how much of it at once, and how high a period stands in the band. */
import { MOST_FACET_VALUES } from '@shuxiang/sdk/addresses'
import type { BrowsedFacet, BrowsedValue } from '../operations.generated.ts'

/** In the order in which they stand on the page. */
export const FACETS = ['period', 'author', 'form', 'tune', 'subject', 'collection'] as const
export type BrowseFacet = (typeof FACETS)[number]

export const isFacet = (name: string): name is BrowseFacet => FACETS.some((one) => one === name)

/** Values of each facet beside the others. */
export const SIZE = 24

/** Values of one facet on a page of its own. */
export const PAGE_SIZE = 100
const LAST_PAGE = MOST_FACET_VALUES / PAGE_SIZE

/** Any text gives a page. */
export function pageOf(text: string): number {
  return /^[1-9]\d?$/.test(text) ? Math.min(Number(text), LAST_PAGE) : 1
}
/** How many pages there are of so many values, as far as they are told. */
export function pagesOf(values: number): number {
  return Math.min(Math.ceil(values / PAGE_SIZE), LAST_PAGE)
}

/** What the graph is asked for: all facets at once, or one of them to the end of a page. */
export function browseVariables(
  only: BrowseFacet | null,
  page: number,
): { facets: BrowseFacet[]; size: number } {
  return only === null ? { facets: [...FACETS], size: SIZE } : { facets: [only], size: page * PAGE_SIZE }
}
/** A facet with the values of one page. */
export const onPage = (facet: BrowsedFacet, page: number): BrowsedFacet => ({
  ...facet,
  values: facet.values.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
})

/** The facets of an answer that have something, in the order of the page. */
export function inPageOrder(facets: readonly BrowsedFacet[]): readonly BrowsedFacet[] {
  return FACETS.flatMap((name) => facets.find((one) => one.name === name && one.values.length > 0) ?? [])
}

export interface PeriodStep {
  readonly period: BrowsedValue
  /** Share of the most frequent one, to the root: above 0, at most 10. */
  readonly step: number
}

/**
 * Periods in the order of time, what has no year last. The steps are as high as the root of the count: two ages have nearly
 * all that is handed down, and beside them the others would not be seen. A single work is a hairline.
 */
export function periodSteps(periods: readonly BrowsedValue[]): readonly PeriodStep[] {
  const most = Math.max(1, ...periods.map(({ count }) => count))
  return periods
    .toSorted((a, b) => (a.begins ?? Infinity) - (b.begins ?? Infinity) || b.count - a.count)
    .map((period) => ({ period, step: Math.round(1000 * Math.sqrt(period.count / most)) / 100 }))
}
