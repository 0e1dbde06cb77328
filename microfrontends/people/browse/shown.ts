/** What is offered for browsing, how much of it at once, and how high a period stands in the band. */
import { MOST_FACET_VALUES } from '@shuxiang/sdk/addresses'
import type { BrowsedFacet, BrowsedValue } from '../operations.generated.ts'

/** In the order in which they stand on the page. */
export const FACETS = ['period', 'author', 'form', 'tune', 'subject', 'collection'] as const
export type BrowseFacet = (typeof FACETS)[number]

export const isFacet = (name: string): name is BrowseFacet => FACETS.some((one) => one === name)

/** Values of each facet beside the others. */
export const SIZE = 24

/** What the graph is asked for: all facets at once, or one of them as far as it is counted. */
export function browseVariables(only: BrowseFacet | null): { facets: BrowseFacet[]; size: number } {
  return only === null ? { facets: [...FACETS], size: SIZE } : { facets: [only], size: MOST_FACET_VALUES }
}

/** The facets of an answer that have something, in the order of the page. */
export function inPageOrder(facets: readonly BrowsedFacet[]): readonly BrowsedFacet[] {
  return FACETS.flatMap((name) => facets.find((one) => one.name === name && one.values.length > 0) ?? [])
}

export interface PeriodStep {
  readonly period: BrowsedValue
  /** 1 to 10. */
  readonly step: number
}

/**
 * Periods in the order of time, what has no year last. The steps grow with the root of the count: two ages have nearly all
 * that is handed down, and beside them the others would be a line.
 */
export function periodSteps(periods: readonly BrowsedValue[]): readonly PeriodStep[] {
  const most = Math.max(1, ...periods.map(({ count }) => count))
  return periods
    .toSorted((a, b) => (a.begins ?? Infinity) - (b.begins ?? Infinity) || b.count - a.count)
    .map((period) => ({ period, step: Math.max(1, Math.round(10 * Math.sqrt(period.count / most))) }))
}
