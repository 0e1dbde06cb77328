/** Numbers for facet values, and counting by them. */

import type { FacetCount, FacetTerm, SearchRequest, SearchResponse } from '../contract.ts'
import type { Admission } from './admission.ts'
import type { DocColumns } from './doc-columns.ts'
import type { DocSet } from './doc-set.ts'

/** All facet values by number; numbers begin at 0 and have no holes. */
export class FacetTerms {
  readonly terms: FacetTerm[] = []
  /** Number of the facet a term belongs to. */
  facetOf = new Uint16Array(1024)
  readonly facets: string[] = []
  private readonly numbers = new Map<string, Map<string, number>>()

  add(no: number, name: string, term: FacetTerm): void {
    let values = this.numbers.get(name)
    if (!values) {
      values = new Map()
      this.numbers.set(name, values)
      this.facets.push(name)
    }
    values.set(term.value, no)
    this.terms[no] = term
    if (no >= this.facetOf.length) {
      const larger = new Uint16Array(Math.max(no + 1, this.facetOf.length * 2))
      larger.set(this.facetOf)
      this.facetOf = larger
    }
    this.facetOf[no] = this.facets.indexOf(name)
  }

  numberOf(name: string, value: string): number | undefined {
    return this.numbers.get(name)?.get(value)
  }

  namesOf(name: string): ReadonlyMap<string, number> {
    return this.numbers.get(name) ?? new Map<string, number>()
  }
}

/** What passes every filter, and how often each term occurs where only its own facet's filters may fail. */
export interface Filtered {
  readonly kept: DocSet
  readonly counts: Uint32Array
}

/** One pass over the found records: filters them and counts all facets at once. */
export function filterAndCount(
  found: DocSet,
  filters: SearchRequest['filters'],
  columns: DocColumns,
  terms: FacetTerms,
): Filtered {
  const counts = new Uint32Array(terms.terms.length)
  const { starts, lengths, pool } = columns.terms
  if (filters.length === 0) {
    for (let i = 0; i < found.length; i++) {
      const start = starts[found[i] ?? 0] ?? 0
      const end = start + (lengths[found[i] ?? 0] ?? 0)
      for (let at = start; at < end; at++) count(counts, pool[at])
    }
    return { kept: found, counts }
  }
  const wanted = wantedTerms(filters, terms)
  const kept = new Uint32Array(found.length)
  let size = 0
  const passed = new Uint8Array(filters.length)
  for (let i = 0; i < found.length; i++) {
    const no = found[i] ?? 0
    const start = starts[no] ?? 0
    const end = start + (lengths[no] ?? 0)
    passed.fill(0)
    for (let at = start; at < end; at++) {
      const bits = wanted.get(pool[at] ?? 0)
      if (bits) for (const filter of bits) passed[filter] = 1
    }
    const failing = failingFacet(passed, filters)
    if (failing === null) continue
    if (failing === '') kept[size++] = no
    const only = failing === '' ? -1 : terms.facets.indexOf(failing)
    for (let at = start; at < end; at++) {
      const term = pool[at] ?? 0
      if (only === -1 || terms.facetOf[term] === only) count(counts, term)
    }
  }
  return { kept: kept.subarray(0, size), counts }
}

function count(counts: Uint32Array, term: number | undefined): void {
  if (term !== undefined) counts[term] = (counts[term] ?? 0) + 1
}

/** For each term that some filter asks for, the filters it satisfies. */
function wantedTerms(filters: SearchRequest['filters'], terms: FacetTerms): ReadonlyMap<number, number[]> {
  const wanted = new Map<number, number[]>()
  filters.forEach((filter, index) => {
    for (const value of filter.anyOf) {
      const no = terms.numberOf(filter.name, value)
      if (no !== undefined) wanted.set(no, [...(wanted.get(no) ?? []), index])
    }
  })
  return wanted
}

/** Empty when every filter passed, the facet when all that failed are of that one, null when more failed. */
function failingFacet(passed: Uint8Array, filters: SearchRequest['filters']): string | null {
  let failing = ''
  for (let index = 0; index < passed.length; index++) {
    if (passed[index] === 1) continue
    const name = filters[index]?.name ?? ''
    if (failing !== '' && failing !== name) return null
    failing = name
  }
  return failing
}

/**
 * The facets of an answer: most frequent first, selected values always there, by their label if a record that may be
 * seen has it.
 */
export function facetAnswer(
  request: SearchRequest,
  counts: Uint32Array,
  { terms, columns }: { readonly terms: FacetTerms; readonly columns: DocColumns },
  admission: Admission | null,
): SearchResponse['facets'] {
  const known = (term: number): boolean => admission === null || isCarried(term, columns, admission)
  return request.facets.map(({ name, size }) => {
    const selected = new Set(request.filters.filter((one) => one.name === name).flatMap((one) => one.anyOf))
    const values: FacetCount[] = []
    for (const no of terms.namesOf(name).values()) {
      const term = terms.terms[no]
      const occurrences = counts[no] ?? 0
      if (!term || (occurrences === 0 && !(selected.has(term.value) && known(no)))) continue
      values.push({ ...term, count: occurrences, selected: selected.delete(term.value) })
    }
    for (const value of selected) values.push({ value, label: value, count: 0, selected: true })
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    return {
      name,
      values: values.filter((value, at) => at < size || value.selected),
      valueCount: values.length,
    }
  })
}

/** True when some record that may be seen has the term. */
function isCarried(term: number, columns: DocColumns, admission: Admission): boolean {
  return columns.all().some((no) => columns.terms.get(no).includes(term) && admission.has(no))
}
