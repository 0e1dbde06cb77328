/** Counts facet values over records by walking them. */

import type { DateRange, FacetCount, SearchDoc, SearchRequest, SearchResponse } from '../contract.ts'

/** True when the record has a value of every filter but those on `except`, and a day in every range. */
export function passes(
  doc: SearchDoc,
  { filters, ranges }: Pick<SearchRequest, 'filters' | 'ranges'>,
  except?: string,
): boolean {
  const filtered = filters.every((filter) => {
    if (filter.name === except) return true
    const values = Object.hasOwn(doc.facets, filter.name) ? (doc.facets[filter.name] ?? []) : []
    return values.some((term) => filter.anyOf.includes(term.value))
  })
  return filtered && ranges.every((range) => isWithin(doc, range))
}

function isWithin(doc: SearchDoc, { name, from, to }: DateRange): boolean {
  const span = Object.hasOwn(doc.dates, name) ? doc.dates[name] : undefined
  if (!span) return false
  return (span.from ?? -Infinity) <= (to ?? Infinity) && (span.to ?? Infinity) >= (from ?? -Infinity)
}

/** Every facet asked for, counted over `found` without its own filter; `all` gives labels of absent values. */
export function countFacets(
  request: SearchRequest,
  found: readonly SearchDoc[],
  all: readonly SearchDoc[],
): SearchResponse['facets'] {
  return request.facets.map(({ name, size }) => {
    const selected = new Set(request.filters.filter((one) => one.name === name).flatMap((one) => one.anyOf))
    const counted = found.filter((doc) => passes(doc, request, name))
    const labels = new Map(all.flatMap((doc) => termsOf(doc, name)))
    const counts = new Map<string, number>()
    for (const doc of counted) {
      for (const [value] of new Map(termsOf(doc, name))) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    for (const value of selected) counts.set(value, counts.get(value) ?? 0)
    const values = [...counts]
      .map(([value, count]): FacetCount => ({
        value,
        label: labels.get(value) ?? value,
        count,
        selected: selected.has(value),
      }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return {
      name,
      values: values.filter((value, at) => at < size || value.selected),
      valueCount: values.length,
    }
  })
}

function termsOf(doc: SearchDoc, name: string): readonly (readonly [string, string])[] {
  const terms = Object.hasOwn(doc.facets, name) ? (doc.facets[name] ?? []) : []
  return terms.map((term) => [term.value, term.label] as const)
}
